package dev.tagalong.domain.conversation;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What shall change about a conversation, all of it at once. What is null stays as it is.
 *
 * @param subject 1 to 500 characters
 * @param tags all of its tags; at most 50, each 1 to 100 characters
 * @param user to whom it shall be assigned
 * @param team to which team it shall be assigned
 */
public record ConversationEdit(
        @Nullable String subject,
        @Nullable Status status,
        @Nullable Priority priority,
        @Nullable SortedSet<String> tags,
        @Nullable To<UserId> user,
        @Nullable To<TeamId> team) {
    /** Leaves everything as it is. */
    public static final ConversationEdit NOTHING = new ConversationEdit(null, null, null, null, null, null);

    public ConversationEdit {
        tags = tags == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /** The same, and this subject. */
    public ConversationEdit withSubject(@Nullable String other) {
        return new ConversationEdit(other, status, priority, tags, user, team);
    }

    /** The same, and this status. */
    public ConversationEdit withStatus(@Nullable Status other) {
        return new ConversationEdit(subject, other, priority, tags, user, team);
    }

    /** The same, and this priority. */
    public ConversationEdit withPriority(@Nullable Priority other) {
        return new ConversationEdit(subject, status, other, tags, user, team);
    }

    /** The same, and these tags instead of whatever it has. */
    public ConversationEdit withTags(@Nullable SortedSet<String> others) {
        return new ConversationEdit(subject, status, priority, others, user, team);
    }

    /** The same, and assigned to that agent, or to none if null. */
    public ConversationEdit withUser(@Nullable UserId other) {
        return new ConversationEdit(subject, status, priority, tags, new To<>(other), team);
    }

    /** The same, and assigned to that team, or to none if null. */
    public ConversationEdit withTeam(@Nullable TeamId other) {
        return new ConversationEdit(subject, status, priority, tags, user, new To<>(other));
    }

    /** Whether it does nothing but assign the conversation to that agent. */
    boolean isTakenBy(UserId agent) {
        return equals(NOTHING.withUser(agent));
    }

    /** What that state becomes. */
    State apply(State before) {
        return new State(
                Objects.requireNonNullElse(subject, before.subject()),
                Objects.requireNonNullElse(status, before.status()),
                Objects.requireNonNullElse(priority, before.priority()),
                Objects.requireNonNullElse(tags, before.tags()));
    }

    /** What that assignment becomes. */
    Assignment apply(Assignment before) {
        var toUser = user == null ? before.user() : user.target();
        var toTeam = team == null ? before.team() : team.target();
        return new Assignment(toUser, toTeam);
    }

    /** Whom something is assigned to; null for nobody. */
    public record To<T>(@Nullable T target) {}
}
