package dev.tagalong.handlers.mail;

import dev.tagalong.domain.mail.MailKey;

/** Reads the calls for mail that the queue carries. */
public interface MailCalls {
    /** Whose mail about what; throws IllegalArgumentException if the text is no call. */
    MailKey read(String body);
}
