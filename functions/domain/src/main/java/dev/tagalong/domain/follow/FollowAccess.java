package dev.tagalong.domain.follow;

/** What a membership lets somebody do, as TalkJS participants have it. Caps the follow grant, never the role. */
public enum FollowAccess {
    /** The membership has ended; what was said until then stays readable. */
    NONE,
    /** May view. */
    READ,
    /** May view, and write what the kind of user may: agents notes, contacts messages. */
    READ_WRITE
}
