package dev.tagalong.handlers.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Invocation;
import dev.tagalong.handlers.frontdesk.Request;
import dev.tagalong.handlers.root.UnknownRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FacadeTest {
    private static final String HELPER_IQ = "{\"status\":\"error\",\"message\":\"route not found\","
            + "\"error_type\":\"NotFoundException\",\"data\":{\"message\":\"route not found\",\"type\":\"NotFoundError\"}}";

    private final FrontDesk front = new FrontDesk();

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/api/v1/nothing", "/conversation", "/v2/demo", "/health/x", "nothing"})
    void whatNoOtherFacadeHasIsHelperIqs(String path) {
        assertThat(new Request().at(path).to(new UnknownRoute()).text()).isEqualTo(HELPER_IQ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/demo/nothing"})
    void talkJsReadsAnErrorCode(String path) {
        assertThat(new Request().at(path).to(new UnknownRoute()).text())
                .isEqualTo("{\"errorCode\":\"NOT_FOUND\",\"message\":\"route not found\"}");
    }

    @Test
    void departmentClientsReadAListOfErrors() {
        assertThat(new Request()
                        .at("/communications/nothing")
                        .to(new UnknownRoute())
                        .text())
                .isEqualTo("{\"errors\":[{\"errorCode\":\"NOT_FOUND\",\"errorDescription\":\"route not found\","
                        + "\"errorUID\":\"" + Invocation.REQUEST_ID + "\"}],\"warnings\":[]}");
    }

    @Test
    void conversationClientsReadSuccessFalse() {
        assertThat(new Request().at("/conversations/x/y").to(new UnknownRoute()).text())
                .isEqualTo("{\"success\":false,\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"route not found\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/x, Bearer",
        "/v1/x, Bearer",
        "/conversations, Bearer",
        "/communications/x, 'Basic realm=\"Tagalong\", charset=\"UTF-8\"'"
    })
    void a401SaysHowToSignIn(String path, String challenge) {
        var answer = new Request().at(path).to(new Closed(front.edge));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).containsEntry("www-authenticate", challenge);
    }

    @ParameterizedTest
    @CsvSource({"/v1/x, errorCode", "/conversations, error.code"})
    void tooLargeAndFaultsAreSpelledByTheFacadeToo(String path, String code) {
        var large = new Request().at(path).body("a".repeat(300_000)).to(new Closed(front.edge));
        var fault = front.as(Desk.BOB).at(path).to(new Closed(front.edge));

        assertThat(large.status()).isEqualTo(413);
        assertThat(large.at(code)).isEqualTo("INVALID_INPUT");
        assertThat(fault.status()).isEqualTo(500);
        assertThat(fault.at(code)).isEqualTo("INTERNAL_ERROR");
    }

    @ParameterizedTest
    @CsvSource({"a, 400, INVALID_INPUT", "b, 403, FORBIDDEN", "c, 409, CONFLICT"})
    void everyRefusalHasACode(String which, int status, String code) {
        var refusal = switch (which) {
            case "a" -> new Refusal.Invalid("limit", "is too much");
            case "b" -> new Refusal.Forbidden("you may not");
            default -> new Refusal.Conflict("taken");
        };

        assertThat(Problem.of(refusal).status()).isEqualTo(status);
        assertThat(Problem.of(refusal).code()).isEqualTo(code);
    }

    private static final class Closed extends Endpoint {
        Closed(Edge edge) {
            super(edge);
        }

        @Override
        protected Response answer(Call call) {
            throw new IllegalStateException("broken");
        }
    }
}
