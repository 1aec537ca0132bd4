package dev.tagalong.domain.mail;

import dev.tagalong.domain.notification.Reason;

/** What unsubscribing from a mail does: it takes away the reason why the mail came, or silences the conversation. */
public enum Unsubscribing {
    /** Ends the membership. */
    UNFOLLOW,
    /** Mutes the conversation, for whoever hears of it for another reason. */
    MUTE;

    /** What it does for mail that came for that reason. */
    static Unsubscribing of(Reason reason) {
        return switch (reason) {
            case ADDED, FOLLOWER -> UNFOLLOW;
            case MENTION, ASSIGNED, SUBSCRIPTION -> MUTE;
        };
    }
}
