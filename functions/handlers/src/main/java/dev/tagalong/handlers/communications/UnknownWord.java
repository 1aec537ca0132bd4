package dev.tagalong.handlers.communications;

import dev.tagalong.domain.subscription.Fault;

/** A word that means nothing, on the way from where it is read to the entry that it makes unreadable. */
final class UnknownWord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault.Code code;
    private final String problem;

    UnknownWord(Fault.Code code, String problem) {
        super(problem, null, false, false);
        this.code = code;
        this.problem = problem;
    }

    Fault.Code code() {
        return code;
    }

    String problem() {
        return problem;
    }
}
