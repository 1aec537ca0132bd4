package dev.tagalong.domain.follow;

/** What somebody is a participant on: how far they reach and which notices they want, as TalkJS participants have it. */
public record Terms(FollowAccess access, Notify notices) {
    /** What nobody chose: everything on. */
    public static final Terms DEFAULT = new Terms(FollowAccess.READ_WRITE, Notify.ALL);

    /** Whether these let somebody do what the others do not. */
    boolean exceed(Terms others) {
        return access.compareTo(others.access) > 0;
    }
}
