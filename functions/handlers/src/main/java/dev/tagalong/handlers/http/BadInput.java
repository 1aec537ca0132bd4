package dev.tagalong.handlers.http;

import dev.tagalong.domain.Refusal;

/** Input that cannot be read. Thrown by the readers of this package and turned into an answer by the edge alone. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal.Invalid refusal;

    BadInput(String field, String problem) {
        super(field + ": " + problem, null, false, false);
        this.refusal = new Refusal.Invalid(field, problem);
    }

    Refusal.Invalid refusal() {
        return refusal;
    }
}
