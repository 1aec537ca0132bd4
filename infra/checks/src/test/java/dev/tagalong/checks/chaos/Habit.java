package dev.tagalong.checks.chaos;

import java.util.Map;

/** How a follower wants to be told. */
enum Habit {
    /** Every kind in every way, at once. */
    EVERYTHING,
    /** The same, mail gathered for some seconds. */
    GATHERED,
    /** No mail. */
    NO_MAIL,
    /** No mail, and replies without a toast. */
    FEW_TOASTS,
    /** No mail, and only when mentioned. */
    ONLY_MENTIONS,
    /** Every ticket muted, as soon as it was heard of. */
    MUTED;

    private static final int MAILED = 2;
    private static final int SECONDS = 3;

    /** The first two of many followers get mail, the others take the other habits in turn. */
    static Habit of(int follower) {
        return values()[follower < MAILED ? follower : MAILED + follower % (values().length - MAILED)];
    }

    boolean mails() {
        return this == EVERYTHING || this == GATHERED;
    }

    boolean toasts(String kind) {
        return this != FEW_TOASTS || !kind.equals("reply");
    }

    /** The settings that say so. */
    Map<String, Object> settings() {
        return Map.of(
                "added", channels("added"),
                "reply", channels("reply"),
                "note", channels("note"),
                "mention", channels("mention"),
                "quiet_window_seconds", this == GATHERED ? SECONDS : 0);
    }

    private Map<String, Object> channels(String kind) {
        return Map.of("toast", toasts(kind), "email", mails());
    }
}
