package dev.tagalong.handlers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.conversation.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00.000Z",
        "2026-01-01T00:00:00.0019999Z, 2026-01-01T00:00:00.001Z",
        "2026-12-31T23:59:59.999Z, 2026-12-31T23:59:59.999Z"
    })
    void timesHaveMillisecondsInUtc(Instant time, String text) {
        assertThat(Json.time(time)).isEqualTo(text);
    }

    @Test
    void aTimeThatIsNotThereIsNull() {
        assertThat(Json.time(null)).isNull();
    }

    @Test
    void fieldsKeepTheirOrderAndNullIsWritten() {
        assertThat(Json.write(Json.object("b", 1, "a", null, "list", List.of(true, "ü\n\"</script>"))))
                .isEqualTo("{\"b\":1,\"a\":null,\"list\":[true,\"ü\\n\\\"</script>\"]}");
    }

    @Test
    void constantsAreLowerCase() {
        assertThat(Json.word(Status.PENDING)).isEqualTo("pending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "pong", "{", "{}{}", "[1] 2", "NaN", "{\"a\":1,\"a\":1}"})
    void whatIsNotOneJsonValueIsRefused(String text) {
        assertThatThrownBy(() -> Json.readAny(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
