package dev.tagalong.domain.notification;

/** Why somebody is told of an event, strongest first. One event tells one user once, for the strongest. */
public enum Reason {
    /** The message names them. */
    MENTION,
    /** They are the assignee, now or just made so. */
    ASSIGNED,
    /** They were made a follower. */
    ADDED,
    /** They follow. */
    FOLLOWER,
    /** They subscribe to the thread of this department and customer. */
    SUBSCRIPTION
}
