package dev.tagalong.domain.archive;

/** The functions that AWS calls by itself, for the table's stream or for mail. Thread-safe. */
public interface TriggeredFunctions {
    /**
     * Hands a function an event once more, and waits for it.
     *
     * @param function its ARN
     * @param event as JSON
     * @return what it answered, as JSON
     * @throws IllegalStateException if it failed
     */
    String invoke(String function, String event);
}
