package dev.tagalong.domain.subscription;

/** One thing that a subscriber hears of. */
public record Topic(ThreadType type, ThreadCategory category, ThreadEvent event) {
    /** Whether there is such a thing: external is nothing but replies. */
    public boolean exists() {
        return type == ThreadType.INTERNAL || event == ThreadEvent.REPLY;
    }
}
