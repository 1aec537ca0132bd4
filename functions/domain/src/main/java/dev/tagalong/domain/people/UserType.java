package dev.tagalong.domain.people;

/** What kind of user somebody is. */
public enum UserType {
    /** Works in the helpdesk. */
    AGENT,
    /** A customer or another outside person. */
    CONTACT,
    /** The workspace's automation, never listed and never told anything. */
    SYSTEM
}
