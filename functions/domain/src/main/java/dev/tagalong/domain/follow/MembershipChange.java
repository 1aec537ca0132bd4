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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of one membership, as the writes of one transaction.
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

    /** Target follows from now on. */
    List<Write> join() {
        var actor = entry.actor().id();
        var key = new MembershipKey(entry.conversation().id(), target);
        var after = before == null ? Membership.following(key, actor, now, event) : before.rejoined(actor, now, event);
        var type = actor.equals(target) ? ActivityType.FOLLOWED : ActivityType.FOLLOWER_ADDED;
        return List.of(new Write.SaveMembership(before, after), count(1), record(type));
    }

    /** Target follows no longer; a mute that was set outlives it. */
    List<Write> leave() {
        var after = before != null && before.mutedUntil() != null ? before.left(event) : null;
        var type = entry.actor().id().equals(target) ? ActivityType.UNFOLLOWED : ActivityType.FOLLOWER_REMOVED;
        return List.of(new Write.SaveMembership(before, after), count(-1), record(type));
    }

    private Write count(int delta) {
        var conversation = entry.conversation();
        var limit = entry.snapshot().settings().participantLimit();
        return new Write.CountParticipant(conversation.id(), delta, limit, conversation.assignment());
    }

    private Write record(ActivityType type) {
        return new Write.RecordActivity(new Activity(
                event, workspace, entry.conversation().id(), type, entry.actor().id(), target, null, Map.of(), now));
    }
}
