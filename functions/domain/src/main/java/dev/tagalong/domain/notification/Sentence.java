package dev.tagalong.domain.notification;

/**
 * A notification in words.
 *
 * @param title one sentence with the actor's first name and the ticket
 * @param description the beginning of the message, or empty
 */
public record Sentence(String title, String description) {}
