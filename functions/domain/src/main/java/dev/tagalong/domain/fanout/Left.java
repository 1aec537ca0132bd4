package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.live.ConnectionId;
import java.util.Set;

/**
 * What is still to be done of an activity after its stages were tried.
 *
 * @param frames sockets that lack the frame that the audience gets
 * @param rows users whose inbox lacks the row, and whose sockets therefore lack their notification
 * @param notices sockets that lack the notification though its row stands
 * @param mails users whose mail is not scheduled
 */
public record Left(Set<ConnectionId> frames, Set<UserId> rows, Set<ConnectionId> notices, Set<UserId> mails) {
    /** Everything was done. */
    public static final Left NOTHING = new Left(Set.of(), Set.of(), Set.of(), Set.of());

    public Left {
        frames = Set.copyOf(frames);
        rows = Set.copyOf(rows);
        notices = Set.copyOf(notices);
        mails = Set.copyOf(mails);
    }

    /** Whether everything was done. */
    public boolean isNothing() {
        return frames.isEmpty() && rows.isEmpty() && notices.isEmpty() && mails.isEmpty();
    }
}
