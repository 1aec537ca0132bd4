package dev.tagalong.domain.archive;

/** The functions that the table's stream triggers. Thread-safe. */
public interface StreamFunctions {
    /**
     * Hands a function an event once more, and waits for it.
     *
     * @param function its ARN
     * @param event a batch of stream records as JSON
     * @return what it answered, as JSON
     * @throws IllegalStateException if it failed
     */
    String invoke(String function, String event);
}
