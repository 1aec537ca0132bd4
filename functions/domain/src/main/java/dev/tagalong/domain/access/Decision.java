package dev.tagalong.domain.access;

/** What the policy says of an action. */
public enum Decision {
    ALLOWED,
    /** The conversation is visible, the action is not for them: 403. */
    FORBIDDEN,
    /** They may not know that the conversation exists: 404. */
    NOT_FOUND
}
