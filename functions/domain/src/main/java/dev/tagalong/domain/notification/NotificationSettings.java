package dev.tagalong.domain.notification;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one user wants to hear of, and how.
 *
 * @param channels by kind; a kind that is missing has both channels on
 * @param quietWindow how long this user's mail waits, 0 to 15 minutes; null means the workspace's
 */
public record NotificationSettings(
        Map<Kind, Channels> channels,
        AutoFollow autoFollow,
        @Nullable Duration quietWindow) {
    /** Every kind by every channel, no automatic follow, the workspace's quiet window. */
    public static final NotificationSettings DEFAULT = new NotificationSettings(Map.of(), AutoFollow.OFF, null);

    public NotificationSettings {
        channels = Map.copyOf(channels);
        if (quietWindow != null && (quietWindow.isNegative() || quietWindow.toSeconds() > 900)) {
            throw new IllegalArgumentException("quiet_window_seconds is 0 to 900");
        }
    }

    /** The channels of one kind. */
    public Channels of(Kind kind) {
        return channels.getOrDefault(kind, Channels.ALL);
    }

    /** The same settings with one kind changed. */
    public NotificationSettings with(Kind kind, Channels other) {
        var changed = new EnumMap<Kind, Channels>(Kind.class);
        changed.putAll(channels);
        changed.put(kind, other);
        return new NotificationSettings(changed, autoFollow, quietWindow);
    }
}
