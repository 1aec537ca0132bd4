package dev.tagalong.handlers.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Invocation;
import dev.tagalong.handlers.frontdesk.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {
    private final FrontDesk front = new FrontDesk();

    private Probe answering(Function<Call, Response> answer) {
        return new Probe(front.edge, answer);
    }

    private Probe echo() {
        return answering(call -> Response.ok(
                Outcome.done(call),
                seen -> Json.object(
                        "user", seen.caller().user().value(),
                        "word", seen.body().optionalText("word", 300_000).orElse(null))));
    }

    private Request bob() {
        return front.as(Desk.BOB);
    }

    @Test
    void aTokenSaysWhoCalls() {
        var answer = bob().body("{\"word\":\"yes\"}").to(echo());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"data\":{\"user\":42,\"word\":\"yes\"}}");
    }

    @Test
    void everyAnswerIsJsonThatNobodyKeeps() {
        assertThat(bob().to(echo()).headers())
                .containsEntry("content-type", "application/json; charset=utf-8")
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-request-id", Invocation.REQUEST_ID);
    }

    @Test
    void withoutATokenItIs401InBothSpellings() {
        var answer = new Request().to(echo());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
        assertThat(answer.text())
                .isEqualTo("{\"status\":\"error\",\"message\":\"a token or an API key is needed\","
                        + "\"error_type\":\"AuthException\","
                        + "\"data\":{\"message\":\"a token or an API key is needed\",\"type\":\"AuthError\"}}");
    }

    @Test
    void aRequestWithoutAnyOfTheOptionalPartsIs401() {
        assertThat(new Request().bare().to(echo()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", "Bearer junk", "Bearer a.b.c", "Basic Ym9iOnNlY3JldA==", "Token x"})
    void whatIsNoBearerTokenOfOursIs401(String authorization) {
        var answer = new Request().header("authorization", authorization).to(echo());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("data.type")).isEqualTo("AuthError");
    }

    @Test
    void theSchemeIsReadInAnyCase() {
        var token = front.issuer.token(Desk.WORKSPACE, Desk.BOB);

        assertThat(new Request()
                        .header("authorization", "bEARER " + token)
                        .to(echo())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoCallsIsAskedBeforeTheBodyIsRead() {
        assertThat(new Request().body("{").to(echo()).status()).isEqualTo(401);
        assertThat(bob().body("{").to(echo()).refusal()).isEqualTo("400 InputError body: must be a JSON object");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new Refusal.Invalid("user_id", "is required"), 400, "Input", "user_id: is required"),
                Arguments.of(new Refusal.Unauthenticated("you are gone"), 401, "Auth", "you are gone"),
                Arguments.of(new Refusal.Forbidden("you may not"), 403, "Permission", "you may not"),
                Arguments.of(new Refusal.NotFound("conversation"), 404, "NotFound", "conversation not found"),
                Arguments.of(new Refusal.Conflict("id is taken"), 409, "Conflict", "id is taken"),
                Arguments.of(
                        new Refusal.Busy(Duration.ofSeconds(2)),
                        429,
                        "RateLimit",
                        "too many changes at once, try again"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalHasItsStatusAndBothSpellings(Refusal refusal, int status, String type, String message) {
        var answer = bob().to(answering(call -> new Response.Refused(refusal)));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("status")).isEqualTo("error");
        assertThat(answer.at("error_type")).isEqualTo(type + "Exception");
        assertThat(answer.at("message")).isEqualTo(message);
        assertThat(answer.at("data.type")).isEqualTo(type + "Error");
        assertThat(answer.at("data.message")).isEqualTo(message);
    }

    @Test
    void whoeverIsTooFastHearsWhenToComeBack() {
        var busy = new Refusal.Busy(Duration.ofSeconds(2));

        assertThat(bob().to(answering(call -> new Response.Refused(busy))).headers())
                .containsEntry("retry-after", "2");
    }

    @Test
    void aFaultTellsTheCallerNothingAndTheLogEverything() {
        var invocation = new Invocation();
        var answer = bob().to(
                        answering(call -> {
                            throw new IllegalStateException("secret table arn");
                        }),
                        invocation);

        assertThat(answer.refusal()).isEqualTo("500 GeneralError something went wrong on our side");
        assertThat(answer.text()).doesNotContain("secret", "IllegalState", "dev.tagalong");
        assertThat(invocation.logged()).singleElement().asString().contains("secret table arn", "EndpointTest");
    }

    @Test
    void aLostStoreIs500() {
        front.desk.store.faults().failAfter(0);
        var answer = bob().to(answering(call -> {
            front.desk.store.directory().ping();
            return new Response.Refused(new Refusal.NotFound("fault"));
        }));

        assertThat(answer.status()).isEqualTo(500);
    }

    @Test
    void aBodyMayHave262144Bytes() {
        assertThat(bob().body(word(262_144)).to(echo()).status()).isEqualTo(200);
        assertThat(bob().body(word(262_144).getBytes(StandardCharsets.UTF_8))
                        .to(echo())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {262_145, 262_146, 262_147, 1_000_000})
    void aLongerBodyIs413(int bytes) {
        var text = bob().body(word(bytes)).to(echo());
        var encoded = bob().body(word(bytes).getBytes(StandardCharsets.UTF_8)).to(echo());

        assertThat(text.refusal()).isEqualTo("413 InputError body: must have at most 262144 bytes");
        assertThat(text.at("error_type")).isEqualTo("InputException");
        assertThat(encoded.status()).isEqualTo(413);
    }

    @Test
    void bytesAreCountedNotCharacters() {
        assertThat(bob().body("{\"word\":\"" + "é".repeat(131_072) + "\"}")
                        .to(echo())
                        .status())
                .isEqualTo(413);
    }

    private static String word(int bytes) {
        return "{\"word\":\"" + "a".repeat(bytes - 11) + "\"}";
    }

    @Test
    void aBodyInBase64IsReadAsUtf8() {
        var answer = bob().body("{\"word\":\"Zoë 👋\"}".getBytes(StandardCharsets.UTF_8))
                .to(echo());

        assertThat(answer.at("data.word")).isEqualTo("Zoë 👋");
    }

    @Test
    void aBodyThatIsNotUtf8Is400() {
        assertThat(bob().body(new byte[] {'{', (byte) 0xc3, '}'}).to(echo()).refusal())
                .isEqualTo("400 InputError body: must be UTF-8");
    }

    @Test
    void aPublicEndpointNeedsNoToken() {
        assertThat(new Request().to(new OpenProbe()).status()).isEqualTo(200);
        assertThat(new Request().bare().to(new OpenProbe()).status()).isEqualTo(200);
    }

    private static final class Probe extends Endpoint {
        private final Function<Call, Response> answer;

        Probe(Edge edge, Function<Call, Response> answer) {
            super(edge);
            this.answer = answer;
        }

        @Override
        protected Response answer(Call call) {
            return answer.apply(call);
        }
    }

    private static final class OpenProbe extends PublicEndpoint {
        @Override
        protected Response answer() {
            return new Response.Ready(200, Json.object("data", Json.object()));
        }
    }
}
