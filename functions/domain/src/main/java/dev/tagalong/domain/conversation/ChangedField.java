package dev.tagalong.domain.conversation;

/** A part of a conversation that agents change. */
public enum ChangedField {
    SUBJECT,
    STATUS,
    PRIORITY,
    TAGS,
    ASSIGNED_USER,
    ASSIGNED_TEAM
}
