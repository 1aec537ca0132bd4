package dev.tagalong.domain.follow;

/** Which notices of one conversation a member wants, as TalkJS participants have it. */
public enum Notify {
    /** Everything. */
    ALL,
    /** Mentions and assignments. */
    MENTIONS_ONLY,
    /** Assignments only. */
    NOTHING
}
