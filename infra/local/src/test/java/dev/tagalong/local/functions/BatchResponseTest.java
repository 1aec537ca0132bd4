package dev.tagalong.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.functions.Functions.Invocation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchResponseTest {
    private static final List<String> BATCH = List.of("a", "b", "c");
    private static final BatchResponse PARTIAL =
            BatchResponse.of(Map.of("FunctionResponseTypes", List.of("ReportBatchItemFailures")));

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
    void nothingFailedIfNothingIsNamed(String payload) {
        assertThat(PARTIAL.failed(new Invocation(payload, false), BATCH)).isEmpty();
    }

    @Test
    void whatIsNamedFailed() {
        var answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"},{\"itemIdentifier\":\"c\"}]}";

        assertThat(PARTIAL.failed(new Invocation(answer, false), BATCH)).containsExactlyInAnyOrder("b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "done",
                "[]",
                "{\"batchItemFailures\":\"b\"}",
                "{\"batchItemFailures\":[\"b\"]}",
                "{\"batchItemFailures\":[{\"messageId\":\"b\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"},{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"x\"}]}"
            })
    void allFailedIfTheAnswerCannotBeRead(String payload) {
        assertThat(PARTIAL.failed(new Invocation(payload, false), BATCH)).containsExactlyInAnyOrderElementsOf(BATCH);
    }

    @Test
    void allFailedIfTheFunctionThrew() {
        assertThat(PARTIAL.failed(new Invocation("{}", true), BATCH)).containsExactlyInAnyOrderElementsOf(BATCH);
    }

    @Test
    void whatIsNamedIsNotHeededUnlessTheMappingAsksForIt() {
        var answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}";

        assertThat(BatchResponse.of(Map.of()).failed(new Invocation(answer, false), BATCH))
                .isEmpty();
        assertThat(BatchResponse.of(Map.of()).failed(new Invocation("{}", true), BATCH))
                .hasSize(3);
    }
}
