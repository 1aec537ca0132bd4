package dev.tagalong.bench;

import dev.tagalong.local.Options;
import dev.tagalong.local.Runner;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * How long a message takes from the moment its author sends it to each of fifty followers' sockets: starts the runner,
 * opens the sockets, posts messages one after another and prints the percentiles over all deliveries. Repeat it with mvn
 * -q -Pbench.
 */
public final class WriteToSocket {
    private static final int FOLLOWERS = 50;
    private static final int WARM_UP = 40;
    private static final int MESSAGES = 100;

    private WriteToSocket() {}

    /** Runs once; the first argument is the template. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        var options = Options.standard().anyPorts().by(Path.of(arguments[0]));
        try (var runner = Runner.start(options)) {
            var helpdesk = new Helpdesk(runner.http());
            var ticket = helpdesk.ticketWithFollowers(FOLLOWERS);
            var deliveries = new Deliveries();
            ticket.tokens().forEach(token -> Sockets.open(runner.webSocket(), token, deliveries));
            for (int sent = 0; sent < WARM_UP; sent++) {
                round(helpdesk, ticket, deliveries, "warm-up " + sent);
            }
            deliveries.forget();
            for (int sent = 0; sent < MESSAGES; sent++) {
                round(helpdesk, ticket, deliveries, "message " + sent);
            }
            print("at once", deliveries.nanos());
            deliveries.forget();
            try (var clock = Executors.newSingleThreadScheduledExecutor()) {
                for (int sent = 0; sent < MESSAGES; sent++) {
                    var second = clock.schedule(() -> {}, 1, TimeUnit.SECONDS);
                    round(helpdesk, ticket, deliveries, "paced message " + sent);
                    second.get();
                }
            }
            print("one a second", deliveries.nanos());
        }
        System.exit(0);
    }

    private static void round(Helpdesk helpdesk, Helpdesk.Ticket ticket, Deliveries deliveries, String text)
            throws InterruptedException {
        deliveries.expect(text, FOLLOWERS);
        helpdesk.post(ticket, text);
        if (!deliveries.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not every follower got " + text + " within ten seconds");
        }
    }

    private static void print(String pace, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "write to socket, %d followers, %d messages, %s, %d deliveries: p50 %d ms, p99 %d ms, most %d ms%n",
                FOLLOWERS,
                MESSAGES,
                pace,
                nanos.length,
                millis(nanos, 0.50),
                millis(nanos, 0.99),
                TimeUnit.NANOSECONDS.toMillis(nanos[nanos.length - 1]));
    }

    private static long millis(long[] sorted, double share) {
        int at = (int) Math.ceil(share * sorted.length) - 1;
        return TimeUnit.NANOSECONDS.toMillis(sorted[at]);
    }
}
