package dev.tagalong.handlers.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WiringTest {
    @Test
    void aVariableThatIsMissingIsNamed() {
        assertThatThrownBy(() -> new Environment(Map.of()).text("TABLE_NAME"))
                .hasMessage("the environment lacks TABLE_NAME");
    }

    @Test
    void aNumberThatIsNoneIsNamed() {
        assertThat(new Environment(Map.of("MAIL_WORKERS", "2")).number("MAIL_WORKERS"))
                .isEqualTo(2);
        assertThatThrownBy(() -> new Environment(Map.of("MAIL_WORKERS", "two")).number("MAIL_WORKERS"))
                .hasMessage("MAIL_WORKERS must be a whole number, not two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tagalong <notifications@tagalong.example>",
                "notifications@tagalong.example",
                "\"a@b\" <notifications@tagalong.example> "
            })
    void theMailDomainIsTheSenders(String from) {
        assertThat(new Environment(Map.of("MAIL_FROM", from)).mailDomain()).isEqualTo("tagalong.example");
    }

    @Test
    void whatIsLazyIsBuiltOnceAndAtItsFirstUse() {
        var built = new AtomicInteger();
        var lazy = new Lazy<>(built::incrementAndGet);

        assertThat(built).hasValue(0);
        assertThat(lazy.get()).isEqualTo(1);
        assertThat(lazy.get()).isEqualTo(1);
    }
}
