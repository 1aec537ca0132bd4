package dev.tagalong.domain.follow;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of one membership, as the writes of one transaction. All of them expect the assignment that was read, since
 * whether the actor may do it rests on it.
 *
 * @param entry who does it, and to which conversation
 * @param target whose membership it is
 * @param before the membership as it was read; null if there was none
 * @param event the id of the activity that records it
 */
record MembershipChange(
        WorkspaceId workspace,
        Entry entry,
        UserId target,
        @Nullable Membership before,
        EventId event,
        Instant now) {

    /**
     * Target is a participant on these terms from now on.
     *
     * @param parked set aside at once, since they are the assignee
     */
    List<Write> join(Terms terms, boolean parked) {
        var actor = entry.actor().id();
        var key = new MembershipKey(entry.conversation().id(), target);
        var joined = before == null
                ? Membership.joined(key, terms, actor, now, event)
                : before.rejoined(terms, actor, now, event);
        var type = isOwn() ? ActivityType.FOLLOWED : ActivityType.FOLLOWER_ADDED;
        return parked ? writes(joined.withParked(true, event), 1, ActivityType.FOLLOW_PARKED) : writes(joined, 1, type);
    }

    /** Target, whose follow was set aside, takes it up again on these terms, and counts as before. */
    List<Write> restore(Terms terms) {
        var details = terms.equals(read().terms()) ? Map.<String, String>of() : words(terms);
        return writes(
                read().withTerms(terms, event).withParked(false, event), 0, ActivityType.FOLLOW_RESTORED, details);
    }

    /** Target has other terms from now on, and is or is not a participant as before. */
    List<Write> change(Terms terms) {
        return writes(read().withTerms(terms, event), 0, ActivityType.MEMBERSHIP_CHANGED, words(terms));
    }

    private static Map<String, String> words(Terms terms) {
        return Map.of("access", word(terms.access()), "notify", word(terms.notices()));
    }

    /** Target is a participant no longer; what was said until now stays readable for them. */
    List<Write> end(Notify notices) {
        return writes(read().ended(notices, Ending.of(event, entry.conversation())), -1, parting());
    }

    /** Target is a participant no longer and keeps nothing; a mute that was set outlives it. */
    List<Write> leave() {
        var after = read().mutedUntil() == null ? null : read().left(event);
        return read().counts()
                ? writes(after, -1, parting())
                : writes(after, 0, ActivityType.MEMBERSHIP_CHANGED, Map.of("access", "removed"));
    }

    private Membership read() {
        return Objects.requireNonNull(before, "only somebody's membership is changed");
    }

    private boolean isOwn() {
        return entry.actor().id().equals(target);
    }

    private ActivityType parting() {
        return isOwn() ? ActivityType.UNFOLLOWED : ActivityType.FOLLOWER_REMOVED;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private List<Write> writes(@Nullable Membership after, int delta, ActivityType type) {
        return writes(after, delta, type, Map.of());
    }

    private List<Write> writes(@Nullable Membership after, int delta, ActivityType type, Map<String, String> details) {
        var conversation = entry.conversation();
        var limit = entry.snapshot().settings().participantLimit();
        var activity = new Activity(
                event, workspace, conversation.id(), type, entry.actor().id(), target, null, details, now);
        return List.of(
                new Write.SaveMembership(before, after),
                new Write.CountParticipant(conversation.id(), delta, limit, conversation.assignment()),
                new Write.RecordActivity(activity));
    }
}
