package dev.tagalong.domain.fanout;

/** Where records that could not be carried out wait to be tried again, so that they block nothing. Thread-safe. */
public interface RetryQueue {
    /**
     * Sets a record aside.
     *
     * @param record as it shall be read again
     * @param cause why it failed, 1 to 500 characters, for whoever looks at it later
     */
    void setAside(String record, String cause);
}
