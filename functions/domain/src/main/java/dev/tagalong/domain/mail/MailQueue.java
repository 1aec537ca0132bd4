package dev.tagalong.domain.mail;

import java.time.Duration;

/** Calls for a mail later. Thread-safe. */
public interface MailQueue {
    /** Has the window looked at after that delay, 0 to 15 minutes. Calling twice does no harm. */
    void schedule(MailKey key, Duration delay);
}
