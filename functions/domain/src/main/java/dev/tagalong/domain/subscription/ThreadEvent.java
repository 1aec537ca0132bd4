package dev.tagalong.domain.subscription;

import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.notification.Kind;
import java.util.Optional;

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

    /** What such a change is to subscribers; absent if they never hear of one, or the message decides what it is. */
    public static Optional<ThreadEvent> ofChange(ActivityType type) {
        return switch (type) {
            case STATUS_CHANGED -> Optional.of(STATUS);
            case ASSIGNED, UNASSIGNED, TEAM_ASSIGNED, TEAM_UNASSIGNED -> Optional.of(ASSIGNMENT);
            case MESSAGE_POSTED,
                    CONVERSATION_CREATED,
                    CONVERSATION_DELETED,
                    FOLLOWED,
                    UNFOLLOWED,
                    FOLLOWER_ADDED,
                    FOLLOWER_REMOVED,
                    FOLLOW_PARKED,
                    FOLLOW_RESTORED,
                    MEMBERSHIP_CHANGED,
                    PRIORITY_CHANGED,
                    TAGS_CHANGED,
                    SUBJECT_CHANGED -> Optional.empty();
        };
    }

    /** What a notification of it is. */
    public Kind kind() {
        return kind;
    }
}
