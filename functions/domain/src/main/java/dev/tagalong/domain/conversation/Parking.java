package dev.tagalong.domain.conversation;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets the follow of a new assignee aside and takes that of the previous one up again, unless the workspace lets assignees
 * follow. A membership that stays as it is must still be as it was read, so that nobody slips through who follows meanwhile.
 */
final class Parking {
    private final Records records;
    private final Ids ids;

    Parking(Records records, Ids ids) {
        this.records = records;
        this.ids = ids;
    }

    /** Takes the follow of whoever is no longer assigned up again. */
    List<Write> restore(WorkspaceId workspace, Entry entry, UserId previous, Instant now) {
        var conversation = entry.conversation().id();
        var found = records.read(Lookup.in(workspace).membership(conversation, previous));
        var membership = found.membership(conversation, previous).orElse(null);
        return membership == null || !membership.parked()
                ? unchanged(entry, previous, membership)
                : moved(workspace, entry, membership, false, now);
    }

    /** Sets the follow of whoever is assigned aside; their membership is in the entry's snapshot. */
    List<Write> park(WorkspaceId workspace, Entry entry, UserId assignee, Instant now) {
        var membership =
                entry.snapshot().membership(entry.conversation().id(), assignee).orElse(null);
        return membership == null
                        || !membership.isListed()
                        || entry.snapshot().settings().assigneeCanFollow()
                ? unchanged(entry, assignee, membership)
                : moved(workspace, entry, membership, true, now);
    }

    private static List<Write> unchanged(Entry entry, UserId user, @Nullable Membership read) {
        return List.of(new Write.ExpectMembership(
                new MembershipKey(entry.conversation().id(), user), read));
    }

    private List<Write> moved(WorkspaceId workspace, Entry entry, Membership before, boolean parked, Instant now) {
        EventId event = ids.event();
        var type = parked ? ActivityType.FOLLOW_PARKED : ActivityType.FOLLOW_RESTORED;
        var target = before.key().user();
        var activity = new Activity(
                event, workspace, entry.conversation().id(), type, entry.actor().id(), target, null, Map.of(), now);
        return List.of(
                new Write.SaveMembership(before, before.withParked(parked, event)), new Write.RecordActivity(activity));
    }
}
