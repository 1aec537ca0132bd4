package dev.tagalong.handlers.http;

/** What an endpoint makes of an Idempotency-Key. */
public enum Repetition {
    /** The call changes things by one transaction, which carries the claim; what follows it is done once by nature. */
    CLAIMED,
    /** The call may be run again without harm, as each of its parts is done once by nature; only its answer is kept. */
    HARMLESS,
    /** The answer holds a secret, which is kept nowhere, so the key is refused. */
    REFUSED
}
