package dev.tagalong.local.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong. */
public enum Fault {
    /** An invocation ends before or after one of its calls to a service, and whatever it does then reaches nobody. */
    CRASH,
    /** DynamoDB, SQS or SES answer a call with throttling. */
    THROTTLE,
    /** A transaction is cancelled, or a write of one item refused, since another transaction has an item of it in hand. */
    CONFLICT,
    /** A client's connection breaks when something is posted to it: 410. */
    GONE,
    /** A post to a connection is refused: 429. */
    SLOW,
    /** A batch that was handled is delivered once more. */
    REPEAT,
    /** The records of a stream's batch come in another order. */
    SHUFFLE;

    static Optional<Fault> named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.toString().equals(name))
                .findFirst();
    }

    /** The name in lower case, as options spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
