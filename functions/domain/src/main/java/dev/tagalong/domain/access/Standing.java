package dev.tagalong.domain.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands to a conversation that they may read, so that a client can offer them what they may do and no more.
 *
 * @param follows whether they are a participant; a follow that is set aside for the assignee is none
 * @param mutedUntil until when nothing of it is notified to them; null if they did not mute it, or that has ended
 * @param actions what role, membership and scopes let them do
 */
public record Standing(boolean follows, @Nullable Instant mutedUntil, Set<Action> actions) {
    public Standing {
        actions = Set.copyOf(actions);
    }

    /** Their standing at that time. */
    public static Standing of(Caller caller, Entry entry, Instant now) {
        var membership = entry.membership();
        return new Standing(
                membership != null && membership.isListed(),
                membership != null && membership.isMuted(now) ? membership.mutedUntil() : null,
                actions(caller, entry));
    }

    private static Set<Action> actions(Caller caller, Entry entry) {
        return Arrays.stream(Action.values())
                .filter(action -> caller.hasScope(action.scope()))
                .filter(action -> AccessPolicy.decide(entry.actor(), entry.reach(), action) == Decision.ALLOWED)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
    }
}
