package dev.tagalong.aws.dynamodb;

/** Waits before something is tried again. */
public interface Pause {
    /** Waits; tried is how often it was tried already, at least 1. */
    void before(int tried);
}
