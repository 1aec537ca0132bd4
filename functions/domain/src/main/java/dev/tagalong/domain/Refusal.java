package dev.tagalong.domain;

import java.time.Duration;

/** Why the domain did not do what was asked. An expected answer, not a fault. */
public sealed interface Refusal {
    /** A sentence for the person who asked. Never names a class or anything internal. */
    String message();

    /** Something in the input is wrong; field is the wire name of what was wrong. */
    record Invalid(String field, String problem) implements Refusal {
        @Override
        public String message() {
            return field + ": " + problem;
        }
    }

    /** The caller is not known, or no longer active. */
    record Unauthenticated(String message) implements Refusal {}

    /** The caller sees the thing but may not do this to it. */
    record Forbidden(String message) implements Refusal {}

    /** The thing does not exist, or the caller may not know that it does. */
    record NotFound(String what) implements Refusal {
        @Override
        public String message() {
            return what + " not found";
        }
    }

    /** The state of things stands against it: a limit, a name that is taken. */
    record Conflict(String message) implements Refusal {}

    /** Too many at once; the same call may succeed after retryAfter, which is whole seconds, at least 1. */
    record Busy(Duration retryAfter) implements Refusal {
        @Override
        public String message() {
            return "too many changes at once, try again";
        }
    }
}
