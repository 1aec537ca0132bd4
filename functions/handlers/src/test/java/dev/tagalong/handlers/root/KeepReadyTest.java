package dev.tagalong.handlers.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.handlers.frontdesk.Invocation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class KeepReadyTest {
    private final Set<String> called = ConcurrentHashMap.newKeySet();
    private final KeepReady function = new KeepReady((name, event) -> {
        called.add(name);
        return switch (name) {
            case "Refusing:live" -> throw new IllegalStateException("Unauthorized");
            case "Inactive:live" -> throw new UnsupportedOperationException("not ready");
            default -> event;
        };
    });

    private Map<String, Object> call(Map<String, Object> payload) {
        return function.handleRequest(payload, new Invocation());
    }

    @Test
    void eachIsCalledAlsoIfAnotherRefuses() {
        var names = List.of("Health:live", "Refusing:live", "FanOut:live");
        assertThat(call(Map.of("functions", names)))
                .isEqualTo(Map.of("called", 3, "refused", List.of("Refusing:live")));
        assertThat(called).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void whatCouldNotBeCalledIsToldWhenAllOthersWere() {
        var names = List.of("Inactive:live", "Health:live", "FanOut:live");
        assertThatThrownBy(() -> call(Map.of("functions", names))).hasMessageContaining("not ready");
        assertThat(called).containsExactlyInAnyOrderElementsOf(names);
    }

    static List<Map<String, Object>> noLists() {
        return List.of(
                Map.of(), Map.of("functions", List.of()), Map.of("functions", "all"), Map.of("functions", List.of(1)));
    }

    @ParameterizedTest
    @MethodSource("noLists")
    void withoutNamesNothingIsCalled(Map<String, Object> payload) {
        assertThatThrownBy(() -> call(payload)).hasMessageStartingWith("functions: ");
        assertThat(called).isEmpty();
    }
}
