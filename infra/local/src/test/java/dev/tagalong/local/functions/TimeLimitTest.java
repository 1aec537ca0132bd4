package dev.tagalong.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tagalong.local.faults.Crash;
import dev.tagalong.local.faults.Faults;
import dev.tagalong.local.faults.Invocation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private final Invocation invocation = Invocation.begin("Slow", Faults.none());

    @Test
    void whatIsReadyInTimeIsGiven() throws Throwable {
        assertThat(TimeLimit.<String>within(20, "id", invocation, () -> "done")).isEqualTo("done");
        invocation.orThrow();
    }

    @Test
    void whatIsThrownIsThrownAsItIs() {
        var thrown = new StackOverflowError();
        assertThatThrownBy(() -> TimeLimit.within(20, "id", invocation, () -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void whatTakesTooLongIsInterruptedAndDoesNothingMore() {
        var then = new CompletableFuture<Throwable>();
        assertThatThrownBy(() -> TimeLimit.<String>within(0, "id", invocation, () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException interrupted) {
                        then.complete(catchThrowable(invocation::orThrow));
                    }
                    return "late";
                }))
                .isInstanceOf(TimeLimit.Exceeded.class)
                .hasMessage("RequestId: id Error: Task timed out after 0.00 seconds");
        assertThat(then.orTimeout(5, TimeUnit.SECONDS).join()).isInstanceOf(Crash.class);
    }
}
