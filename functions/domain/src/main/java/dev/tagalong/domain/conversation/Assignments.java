package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assigns conversations. An assignee does not follow their own ticket, so assigning somebody parks their follow and
 * unassigning restores it, unless the workspace lets assignees follow.
 */
public final class Assignments {
    private final Records records;
    private final Ledger ledger;
    private final Directory directory;
    private final Conversations conversations;
    private final Ids ids;

    public Assignments(Records records, Ledger ledger, Directory directory, Conversations conversations, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.directory = directory;
        this.conversations = conversations;
        this.ids = ids;
    }

    /** Assigns an agent, or nobody if user is null. Whoever views by role may take what nobody has. */
    public Outcome<ConversationView> assignUser(Caller caller, ConversationId id, @Nullable UserId user, Instant now) {
        return Attempts.<Conversation>until(() -> {
                    var lookup = Gate.lookup(caller, id);
                    var snapshot = records.read(
                            user == null ? lookup : lookup.user(user).membership(id, user));
                    var action = caller.user().equals(user) ? Action.TAKE : Action.EDIT;
                    return Attempts.then(
                            Gate.enter(caller, snapshot, id, action), entry -> assignUser(caller, entry, user, now));
                })
                .map(conversation -> conversations.view(caller, conversation));
    }

    private Optional<Outcome<Conversation>> assignUser(Caller caller, Entry entry, @Nullable UserId user, Instant now) {
        if (user != null
                && entry.snapshot().user(user).filter(Assignments::mayWork).isEmpty()) {
            return Optional.of(Outcome.refused(new Refusal.NotFound("user")));
        }
        var before = entry.conversation();
        var previous = before.assignment().user();
        if (Objects.equals(previous, user)) {
            return Optional.of(Outcome.done(before));
        }
        var after = before.withAssignment(before.assignment().withUser(user), now);
        var writes = new ArrayList<Write>();
        writes.add(new Write.UpdateConversation(before, after));
        writes.add(new Write.RecordActivity(activity(
                caller,
                before,
                user == null ? ActivityType.UNASSIGNED : ActivityType.ASSIGNED,
                user == null ? previous : user,
                now)));
        if (previous != null) {
            writes.addAll(restore(caller, before, previous, now));
        }
        if (user != null) {
            writes.addAll(park(caller, entry, user, now));
        }
        return Attempts.of(ledger.commit(caller.workspace(), writes), () -> Outcome.done(after));
    }

    private static boolean mayWork(User user) {
        return user.isAgent() && user.active();
    }

    private List<Write> restore(Caller caller, Conversation conversation, UserId previous, Instant now) {
        var key = new MembershipKey(conversation.id(), previous);
        var found = records.read(Lookup.in(caller.workspace()).membership(conversation.id(), previous));
        var membership = found.membership(conversation.id(), previous).orElse(null);
        if (membership == null || !membership.parked()) {
            return List.of(new Write.ExpectMembership(key, membership));
        }
        return moved(caller, conversation, membership, false, now);
    }

    private List<Write> park(Caller caller, Entry entry, UserId user, Instant now) {
        var conversation = entry.conversation();
        var key = new MembershipKey(conversation.id(), user);
        var membership = entry.snapshot().membership(conversation.id(), user).orElse(null);
        if (membership == null
                || !membership.isListed()
                || entry.snapshot().settings().assigneeCanFollow()) {
            return List.of(new Write.ExpectMembership(key, membership));
        }
        return moved(caller, conversation, membership, true, now);
    }

    private List<Write> moved(
            Caller caller, Conversation conversation, Membership before, boolean parked, Instant now) {
        var type = parked ? ActivityType.FOLLOW_PARKED : ActivityType.FOLLOW_RESTORED;
        var activity = activity(caller, conversation, type, before.key().user(), now);
        return List.of(
                new Write.SaveMembership(before, before.withParked(parked, activity.id())),
                new Write.RecordActivity(activity));
    }

    /** Assigns a team, or none if team is null. Parks nothing. */
    public Outcome<ConversationView> assignTeam(Caller caller, ConversationId id, @Nullable TeamId team, Instant now) {
        return Attempts.<Conversation>until(() -> {
                    var snapshot = records.read(Gate.lookup(caller, id));
                    return Attempts.then(
                            Gate.enter(caller, snapshot, id, Action.EDIT),
                            entry -> assignTeam(caller, entry, team, now));
                })
                .map(conversation -> conversations.view(caller, conversation));
    }

    private Optional<Outcome<Conversation>> assignTeam(Caller caller, Entry entry, @Nullable TeamId team, Instant now) {
        if (team != null && directory.team(caller.workspace(), team).isEmpty()) {
            return Optional.of(Outcome.refused(new Refusal.NotFound("team")));
        }
        var before = entry.conversation();
        var previous = before.assignment().team();
        if (Objects.equals(previous, team)) {
            return Optional.of(Outcome.done(before));
        }
        var after = before.withAssignment(before.assignment().withTeam(team), now);
        var named = team != null ? team : previous;
        var activity = new Activity(
                ids.event(),
                caller.workspace(),
                before.id(),
                team == null ? ActivityType.TEAM_UNASSIGNED : ActivityType.TEAM_ASSIGNED,
                caller.user(),
                null,
                null,
                named == null ? Map.of() : Map.of("team", Integer.toString(named.value())),
                now);
        var writes = List.<Write>of(new Write.UpdateConversation(before, after), new Write.RecordActivity(activity));
        return Attempts.of(ledger.commit(caller.workspace(), writes), () -> Outcome.done(after));
    }

    private Activity activity(
            Caller caller, Conversation conversation, ActivityType type, @Nullable UserId target, Instant now) {
        return new Activity(
                ids.event(), caller.workspace(), conversation.id(), type, caller.user(), target, null, Map.of(), now);
    }
}
