package dev.tagalong.handlers.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class StreamValuesTest {
    @Test
    void everyKindOfValueThatWeWriteKeepsItsKind() {
        var one = new AttributeValue().withN("1.5");
        var yes = new AttributeValue().withBOOL(true);
        var map = new AttributeValue()
                .withM(Map.of(
                        "list", new AttributeValue().withL(List.of(new AttributeValue("ü"), one)),
                        "yes", yes,
                        "none", new AttributeValue().withM(Map.of())));

        var converted = StreamValues.convert(map).m();

        assertThat(Objects.requireNonNull(converted.get("list")).l())
                .extracting(value -> value.s() == null ? value.n() : value.s())
                .containsExactly("ü", "1.5");
        assertThat(Objects.requireNonNull(converted.get("yes")).bool()).isTrue();
        assertThat(Objects.requireNonNull(converted.get("none")).hasM()).isTrue();
        assertThat(Objects.requireNonNull(converted.get("none")).m()).isEmpty();
        assertThat(StreamValues.convert(new AttributeValue("")).s()).isEmpty();
    }
}
