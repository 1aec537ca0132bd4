package dev.tagalong.domain.notification;

/** What makes somebody a follower without a click: being mentioned, having replied, being assigned. All off at first. */
public record AutoFollow(boolean mention, boolean reply, boolean assign) {
    /** None of them. */
    public static final AutoFollow OFF = new AutoFollow(false, false, false);
}
