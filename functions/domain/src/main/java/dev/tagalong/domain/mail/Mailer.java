package dev.tagalong.domain.mail;

/** Sends mail. Thread-safe. */
public interface Mailer {
    /**
     * Hands the letter over for delivery, once; throws if it was refused for what it is, or for a lost connection. The
     * same letter sent twice arrives twice.
     */
    Taking send(Letter letter);

    /** What came of handing a letter over. */
    enum Taking {
        /** It is on its way. */
        TAKEN,
        /** It was not taken, since more was sent in this second than the account may send. */
        TOO_FAST,
        /** It was not taken, since the account has sent all that it may in 24 hours. */
        QUOTA_SPENT,
        /** It was not taken and never will be, since what should be its address is none. */
        NO_ADDRESS
    }
}
