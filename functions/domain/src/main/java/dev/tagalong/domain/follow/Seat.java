package dev.tagalong.domain.follow;

/**
 * A participant as TalkJS clients name one.
 *
 * @param conversation its external id, or else its uuid
 * @param user their external id, or else their uuid
 */
public record Seat(String conversation, String user) {}
