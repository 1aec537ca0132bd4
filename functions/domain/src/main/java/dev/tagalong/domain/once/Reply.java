package dev.tagalong.domain.once;

/**
 * What was answered to a call.
 *
 * @param status the HTTP status
 * @param text the body, or what is left to say of a refusal
 */
public record Reply(int status, String text) {}
