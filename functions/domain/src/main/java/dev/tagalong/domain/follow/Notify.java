package dev.tagalong.domain.follow;

import dev.tagalong.domain.notification.Kind;

/** Which notices of one conversation a member wants, as TalkJS participants have it. */
public enum Notify {
    /** Everything. */
    ALL,
    /** Mentions and assignments. */
    MENTIONS_ONLY,
    /** Assignments only. */
    NOTHING;

    /** Whether somebody who wants these notices hears of that. */
    public boolean wants(Kind kind) {
        return switch (this) {
            case ALL -> true;
            case MENTIONS_ONLY -> kind == Kind.MENTION || kind == Kind.ASSIGNED;
            case NOTHING -> kind == Kind.ASSIGNED;
        };
    }
}
