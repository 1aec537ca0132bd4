package dev.tagalong.domain.mail;

/**
 * How letters leave.
 *
 * @param mailer who takes them
 * @param pace how fast
 * @param queue where what was not taken is called for again
 */
public record Outlet(Mailer mailer, Pace pace, MailQueue queue) {}
