package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Many who call at the same moment. */
final class Crowd {
    private static final int BUSY = 429;

    private Crowd() {}

    /** The status that each gets in the end: whoever is told that there is too much to do asks again, for seconds. */
    static List<Integer> statuses(List<Supplier<Answer>> calls) {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var statuses = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(() -> persistently(call), threads))
                    .toList();
            return statuses.stream().map(CompletableFuture::join).toList();
        }
    }

    private static int persistently(Supplier<Answer> call) {
        var status = new AtomicInteger();
        Eventually.holds(() -> {
            status.set(call.get().status());
            assertThat(status).doesNotHaveValue(BUSY);
        });
        return status.get();
    }
}
