package dev.tagalong.domain.subscription;

import dev.tagalong.domain.notification.Kind;

/** What may be heard of in a thread. */
public enum ThreadEvent {
    INTERNAL_NOTE(Kind.NOTE),
    /** A message that the customer sees, whoever wrote it. */
    REPLY(Kind.REPLY),
    STATUS(Kind.UPDATE),
    /** An agent or a team takes a conversation over, or is taken off it. */
    ASSIGNMENT(Kind.UPDATE);

    private final Kind kind;

    ThreadEvent(Kind kind) {
        this.kind = kind;
    }

    /** What a notification of it is. */
    public Kind kind() {
        return kind;
    }
}
