package dev.tagalong.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.checks.Template;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The descriptions cover every route, and notice what they do not describe. */
class DescriptionsTest {
    private static final String HEALTHY = "{\"data\":{\"status\":\"ok\"}}";
    private static final String TYPING = "{\"type\":\"typing\",\"data\":{\"conversation_uuid\":"
            + "\"afa55a3b-60fa-4930-8382-4ad39cf6929f\",\"user_id\":42,\"first_name\":\"Bob\",\"is_typing\":true,";

    /** Not those that others note in what they saw. */
    private static final OpenApi OPEN_API = OpenApi.read();

    private static final AsyncApi ASYNC_API = AsyncApi.read();

    private static HttpHeaders headers(String... without) {
        var headers = Map.of(
                "content-type", List.of("application/json; charset=utf-8"),
                "cache-control", List.of("no-store"),
                "x-content-type-options", List.of("nosniff"),
                "x-request-id", List.of("1"));
        return HttpHeaders.of(headers, (name, value) -> !List.of(without).contains(name));
    }

    @Test
    void everyRouteOfTheTemplateIsDescribedAndNoOther() {
        assertThat(OPEN_API.operations())
                .containsExactlyInAnyOrderElementsOf(Template.read().routes().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toSet()));
    }

    @Test
    void aLiteralPathIsPreferredToAParameter() {
        assertThat(OPEN_API.operation("GET", "/api/v1/conversations/following"))
                .hasValue("GET /api/v1/conversations/following");
        assertThat(OPEN_API.operation("GET", "/api/v1/conversations/by-ref/7"))
                .hasValue("GET /api/v1/conversations/by-ref/{n}");
        assertThat(OPEN_API.operation("GET", "/api/v1/conversations/7")).hasValue("GET /api/v1/conversations/{uuid}");
        assertThat(OPEN_API.operation("PATCH", "/api/v1/conversations/7")).isEmpty();
        assertThat(OPEN_API.operation("GET", "/api/v1/conversations/")).isEmpty();
    }

    @Test
    void anAnswerAsDescribedIsFine() {
        assertThat(OPEN_API.problems("GET /health", 200, headers(), HEALTHY)).isEmpty();
    }

    @Test
    void anUndocumentedStatusIsNoticed() {
        assertThat(OPEN_API.problems("GET /health", 204, headers(), HEALTHY)).isNotEmpty();
    }

    @Test
    void aMissingHeaderIsNoticed() {
        assertThat(OPEN_API.problems("GET /health", 200, headers("cache-control"), HEALTHY))
                .containsExactly("no header Cache-Control");
    }

    @Test
    void anotherContentTypeIsNoticed() {
        assertThat(OPEN_API.problems("GET /health", 200, headers("content-type"), HEALTHY))
                .containsExactly("undocumented content type: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"status\":\"ok\",\"version\":1}}",
                "{\"data\":{\"status\":\"ok\"},\"more\":null}",
                "{\"data\":{\"status\":\"fine\"}}",
                "{\"data\":{}}",
                "ok"
            })
    void anUndocumentedBodyIsNoticed(String body) {
        assertThat(OPEN_API.problems("GET /health", 200, headers(), body)).isNotEmpty();
    }

    @Test
    void aFrameAsDescribedIsFine() {
        assertThat(ASYNC_API.problems("pong")).isEmpty();
        assertThat(ASYNC_API.problems(TYPING + "\"is_private_message\":false}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping",
                "{\"type\":\"gossip\",\"data\":{}}",
                "{\"type\":\"error\",\"data\":\"something else\"}",
                TYPING + "\"is_private_message\":false,\"text\":\"Hel\"}}",
                TYPING + "\"is_private_message\":0}}"
            })
    void anUndocumentedFrameIsNoticed(String frame) {
        assertThat(ASYNC_API.problems(frame)).isNotEmpty();
    }
}
