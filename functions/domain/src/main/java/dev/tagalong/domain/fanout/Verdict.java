package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one user and one event.
 *
 * @param kind what they would be told of
 * @param reason the strongest reason for telling them; null if there was none
 * @param rule the rule that settled it
 * @param channels by which ways beside the inbox row; both false unless rule is NOTIFIED
 */
public record Verdict(UserId user, Kind kind, @Nullable Reason reason, Rule rule, Channels channels) {
    public boolean notified() {
        return rule == Rule.NOTIFIED;
    }

    /** The reason of a verdict to notify; throws IllegalStateException if there is none. */
    Reason cause() {
        if (reason == null) {
            throw new IllegalStateException("a verdict to notify has a reason");
        }
        return reason;
    }
}
