package dev.tagalong.domain.activity;

/** What happened. The wire and the table spell it in lower case. */
public enum ActivityType {
    CONVERSATION_CREATED,
    CONVERSATION_DELETED,
    FOLLOWED,
    UNFOLLOWED,
    FOLLOWER_ADDED,
    FOLLOWER_REMOVED,
    FOLLOW_PARKED,
    FOLLOW_RESTORED,
    /** Somebody's access or notices, without their joining or leaving. */
    MEMBERSHIP_CHANGED,
    STATUS_CHANGED,
    PRIORITY_CHANGED,
    TAGS_CHANGED,
    SUBJECT_CHANGED,
    ASSIGNED,
    UNASSIGNED,
    TEAM_ASSIGNED,
    TEAM_UNASSIGNED,
    MESSAGE_POSTED
}
