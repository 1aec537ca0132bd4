package dev.tagalong.domain.notification;

/**
 * By which ways somebody hears of one kind of notification. The inbox row comes in any case.
 *
 * @param toast whether a new_notification frame goes to open sockets
 * @param email whether a mail is sent
 */
public record Channels(boolean toast, boolean email) {
    /** Both ways. */
    public static final Channels ALL = new Channels(true, true);
}
