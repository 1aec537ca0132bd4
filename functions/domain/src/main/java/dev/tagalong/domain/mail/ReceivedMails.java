package dev.tagalong.domain.mail;

import java.util.Optional;

/** Reads mail that has come in. Thread-safe. */
public interface ReceivedMails {
    /** The mail of that id; absent if it is too large to be a message or no mail at all. Throws if it cannot be fetched. */
    Optional<ReceivedMail> read(String id);
}
