package dev.tagalong.domain.mail;

/** Sends mail. Thread-safe. */
public interface Mailer {
    /** Hands the letter over for delivery; throws if it was not taken. The same letter sent twice arrives twice. */
    void send(Letter letter);
}
