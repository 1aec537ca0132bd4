package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.local.Runner;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening sockets, and what is said over them. */
@ExtendWith(RunningStack.class)
class SocketsTest {
    private final Desk desk;

    SocketsTest(Desk desk) {
        this.desk = desk;
    }

    private String ticketOf(Agent agent) {
        return agent.api().post("/api/v1/ws-tickets").is(200).string("data", "ticket");
    }

    private static int refusal(Throwable failure) {
        return failure.getCause() instanceof WebSocketHandshakeException refused
                ? refused.getResponse().statusCode()
                : -1;
    }

    private void refused(String ticket) {
        assertThatThrownBy(() -> desk.socketBy(ticket))
                .satisfies(failure -> assertThat(refusal(failure)).isEqualTo(401));
    }

    @Test
    void aTicketOpensOneSocketAndNoSecond() {
        var ticket = ticketOf(desk.owner());
        try (var socket = desk.socketBy(ticket)) {
            socket.say("ping");
            socket.awaitText("pong");
        }
        refused(ticket);
    }

    @ParameterizedTest
    @ValueSource(strings = {"junk", "", "a.b.c", "00000000-0000-0000-0000-000000000000"})
    void junkOpensNoSocket(String ticket) {
        refused(ticket);
    }

    @Test
    void aTokenInTheSubprotocolOpensASocketAndTheProtocolIsEchoed() {
        try (var socket = desk.socket(desk.owner())) {
            assertThat(socket.subprotocol()).isEqualTo("tagalong.v1");
        }
    }

    @Test
    void aBadTokenInTheSubprotocolOpensNone() {
        var owner = desk.owner();
        var bad = owner.api().as("bad." + owner.api().token());
        var stranger = new Agent(2, "Olga", owner.email(), () -> bad);
        assertThatThrownBy(() -> desk.socket(stranger))
                .satisfies(failure -> assertThat(refusal(failure)).isEqualTo(401));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|invalid message format",
                "[]|invalid message format",
                "{\"data\":{}}|invalid message format",
                "{\"type\":\"dance\",\"data\":{}}|unknown message type",
                "{\"type\":\"conversation_subscribe\",\"data\":\"x\"}|invalid subscription data",
                "{\"type\":\"conversation_subscribe\",\"data\":{\"conversation_uuid\":7}}|invalid subscription data",
                "{\"type\":\"conversation_subscribe\",\"data\":{}}|conversation_uuid is required",
                "{\"type\":\"conversation_subscribe\",\"data\":{\"conversation_uuid\":\"8a9f0d8e-2f34-4a57-9d3b-111111111111\"}}|conversation not found"
            })
    void aWrongFrameIsAnsweredByAnErrorAndTheSocketStaysOpen(String frame, String error) {
        try (var socket = desk.socket(desk.owner())) {
            socket.say(frame);
            socket.awaitText("{\"type\":\"error\",\"data\":\"" + error + "\"}");
            socket.say("ping");
            socket.awaitText("pong");
        }
    }

    @Test
    void aSocketTakesAsLargeAMessageAsTheGatewayDoesAndNoLarger() {
        try (var socket = desk.socket(desk.owner())) {
            socket.say("x".repeat(128 * 1024));
            socket.awaitText("{\"type\":\"error\",\"data\":\"invalid message format\"}");
            socket.say("x".repeat(128 * 1024 + 1));
            socket.awaitClose(1009);
        }
    }

    @Test
    void aSocketTakesAsLargeFramesAsTheGatewayDoesAndNoLarger() {
        try (var socket = desk.rawSocket(desk.owner())) {
            socket.say(128 * 1024, 32 * 1024);
            assertThat(socket.next()).isEqualTo("{\"type\":\"error\",\"data\":\"invalid message format\"}");
            socket.say(32 * 1024 + 1, 32 * 1024 + 1);
            assertThat(socket.next()).isEqualTo("1009");
        }
    }

    @Test
    void bytesEndASocket() {
        try (var socket = desk.socket(desk.owner())) {
            socket.sayBytes(new byte[] {'p', 'i', 'n', 'g'});
            socket.awaitClose(1003);
        }
    }

    @Test
    void nobodySubscribesToWhatTheyMayNotSee() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticketOf(desk.agent("Tom"));
        try (var socket = desk.socket(mia)) {
            socket.saySubscribe(ticket);
            socket.awaitText("{\"type\":\"error\",\"data\":\"conversation not found\"}");
        }
    }

    @Test
    void everyTabOfAFollowerHearsEveryMessageOnce() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        try (var one = desk.socket(mia);
                var other = desk.socket(mia)) {
            one.subscribe(ticket);
            var first = desk.owner().customerWrites(ticket, "One");
            var second = desk.owner().customerWrites(ticket, "Two");
            for (var socket : List.of(one, other)) {
                assertThat(socket.await("new_message", ticket, 2))
                        .extracting(data -> data.get("uuid"))
                        .containsExactlyInAnyOrder(first, second);
            }
        }
    }

    @Test
    void aViewerHearsChangesWithOnlyTheChangedFields() {
        var ticket = desk.ticket();
        try (var socket = desk.socket(desk.owner())) {
            socket.subscribe(ticket);
            desk.agent("Sam", "supervisor")
                    .api()
                    .put(ticket.path("/status"), "status", "pending")
                    .is(200);
            assertThat(socket.await("conversation_update", ticket, 1))
                    .containsExactly(Map.of("uuid", ticket.uuid(), "status", "pending"));
            var mia = desk.agent("Mia");
            mia.follow(ticket).is(200);
            assertThat(socket.await("participants_update", ticket, 1).getFirst().get("participants"))
                    .isEqualTo(List.of(mia.asParticipant()));
        }
    }

    @Test
    void aMessageOverTwentyFourKilobytesIsCut() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        mia.follow(ticket).is(200);
        try (var socket = desk.socket(mia)) {
            desk.owner().customerWrites(ticket, "é".repeat(40_000));
            var frame = socket.await("new_message", ticket, 1).getFirst();
            assertThat(Answer.fields(frame.get("meta"))).containsEntry("truncated", true);
            assertThat(String.valueOf(frame.get("content"))).startsWith("éé").hasSizeLessThan(24 * 1024);
        }
        assertThat(mia.api()
                        .get(ticket.path("/messages"))
                        .rows("data", "results")
                        .getFirst()
                        .get("content"))
                .isEqualTo("é".repeat(40_000));
    }

    @Test
    void whoeverLooksAtAnotherConversationNoLongerHearsOfTheFirst() {
        var first = desk.ticket();
        var second = desk.ticket();
        try (var socket = desk.socket(desk.owner())) {
            socket.subscribe(first);
            socket.subscribe(second);
            desk.owner().customerWrites(first, "Nobody looks");
            desk.owner().customerWrites(second, "Somebody looks");
            socket.await("new_message", second, 1);
            var other = desk.owner().customerWrites(second, "Still");
            socket.await("new_message", second, 2);
            assertThat(socket.of("new_message", first)).isEmpty();
            assertThat(socket.of("new_message", second).getLast()).containsEntry("uuid", other);
        }
    }

    @Test
    void whoeverLooksAtNothingHearsNothing() {
        var first = desk.ticket();
        var second = desk.ticket();
        try (var socket = desk.socket(desk.owner())) {
            socket.subscribe(first);
            socket.say("{\"type\":\"view_conversation\",\"data\":{\"conversation_uuid\":\"\"}}");
            socket.say("ping");
            socket.awaitText("pong");
            desk.owner().customerWrites(first, "Nobody looks");
            socket.subscribe(second);
            desk.owner().customerWrites(second, "Somebody looks");
            socket.await("new_message", second, 1);
            assertThat(socket.of("new_message", first)).isEmpty();
        }
    }

    @Test
    void theTwentyFirstTabClosesTheOldest() {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        var sockets = new ArrayList<Socket>();
        try {
            sockets.add(desk.socket(mia));
            sockets.getFirst().subscribe(ticket);
            for (int tab = 2; tab <= 20; tab++) {
                sockets.add(desk.socket(mia));
            }
            assertThat(sockets.getFirst().isClosed()).isFalse();
            sockets.add(desk.socket(mia));
            Eventually.holds(() -> assertThat(sockets.getFirst().isClosed()).isTrue());
            assertThat(sockets.subList(1, 21)).noneMatch(Socket::isClosed);
        } finally {
            sockets.forEach(Socket::close);
        }
    }

    @Test
    void aSocketThatIsGoneKeepsNothingFromTheOthers(Runner runner) {
        var mia = desk.agent("Mia");
        var ticket = desk.ticket();
        try (var socket = desk.socket(mia)) {
            mia.follow(ticket).is(200);
            socket.await("participants_update", ticket, 1);
            new Ghost(runner, mia, "ghost").looksAt(ticket);
            desk.owner().customerWrites(ticket, "One");
            desk.owner().customerWrites(ticket, "Two");
            socket.await("new_message", ticket, 2);
        }
    }

    @Test
    void whoeverSpeaksAfterTheirTokenEndedIsCutOff(Runner runner) {
        var mia = desk.agent("Mia");
        try (var socket = desk.socket(mia)) {
            var connection = new Resources(runner.environment())
                    .items().entrySet().stream()
                            .filter(item -> item.getKey().equals("W#demo#USER#" + mia.id() + " CONNS"))
                            .flatMap(item -> item.getValue().keySet().stream())
                            .filter(attribute -> attribute.startsWith("c#"))
                            .findFirst()
                            .orElseThrow()
                            .substring("c#".length());
            var ended = Map.of("workspace", "demo", "user", Integer.toString(mia.id()), "ends_at", "1");
            new Api(HttpClient.newHttpClient(), runner.lambda(), "")
                    .post(
                            "/2015-03-31/functions/ReceiveFrame/invocations",
                            "requestContext",
                            Map.of("connectionId", connection, "eventType", "MESSAGE", "authorizer", ended),
                            "body",
                            "ping")
                    .is(200);

            Eventually.holds(() -> assertThat(socket.isClosed()).isTrue());
            assertThat(socket.frames()).isEmpty();
        }
    }
}
