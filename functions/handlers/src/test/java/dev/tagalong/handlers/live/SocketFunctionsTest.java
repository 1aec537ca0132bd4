package dev.tagalong.handlers.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Invocation;
import dev.tagalong.handlers.frontdesk.Request;
import dev.tagalong.handlers.http.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SocketFunctionsTest {
    private static final String METHOD = "arn:aws:execute-api:eu-central-1:000000000000:api/live/$connect";
    private static final ConnectionId TAB = new ConnectionId("tab=");

    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final Connections connections = desk.store.connections();
    private final IssueSocketTicket issue = new IssueSocketTicket(front.edge, front.admissions());
    private final AuthorizeSocket authorize = new AuthorizeSocket(front.admissions(), front.issuer.tokens());
    private final ConnectSocket connect = new ConnectSocket(connections, front.disconnection(), front.admissions());
    private final DisconnectSocket disconnect = new DisconnectSocket(connections, front.presence());
    private final ReceiveFrame receive = new ReceiveFrame(front.viewing(), front.presence(), front.gateway, desk.clock);

    private IamPolicyResponse authorized(Map<String, String> query, Map<String, String> headers) {
        var event = new APIGatewayCustomAuthorizerEvent();
        event.setMethodArn(METHOD);
        event.setQueryStringParameters(query);
        event.setHeaders(headers);
        return authorize.handleRequest(event, new Invocation());
    }

    private IamPolicyResponse offering(String subprotocols) {
        return authorized(Map.of(), Map.of("sec-websocket-protocol", subprotocols));
    }

    private String ticketOf(UserId user) {
        return String.valueOf(front.as(user).to(issue).at("data.ticket"));
    }

    private APIGatewayV2WebSocketEvent event(UserId user, ConnectionId connection) {
        var ends = desk.clock.instant().plusSeconds(3600).getEpochSecond();
        var context = new APIGatewayV2WebSocketEvent.RequestContext();
        context.setConnectionId(connection.value());
        context.setAuthorizer(Map.of(
                "workspace", "demo",
                "user", Integer.toString(user.value()),
                "ends_at", Long.toString(ends)));
        var event = new APIGatewayV2WebSocketEvent();
        event.setRequestContext(context);
        return event;
    }

    private APIGatewayV2WebSocketResponse connected(UserId user, ConnectionId connection) {
        return connect.handleRequest(event(user, connection), new Invocation());
    }

    /** What the socket was told, apart from who looks on. */
    private List<String> answers(UserId user, String frame) {
        connected(user, TAB);
        say(user, TAB, frame);
        return front.gateway.posted(TAB).stream()
                .filter(text -> !text.contains("presence_update"))
                .toList();
    }

    private void say(UserId user, ConnectionId connection, String frame) {
        var event = event(user, connection);
        event.setBody(frame);
        assertThat(receive.handleRequest(event, new Invocation()).getStatusCode())
                .isEqualTo(200);
    }

    private static String subscribe(String uuid) {
        return "{\"type\":\"conversation_subscribe\",\"data\":{\"conversation_uuid\":\"" + uuid + "\"}}";
    }

    private List<ConnectionId> viewers(ConversationId ticket) {
        return connections.viewers(Desk.WORKSPACE, ticket).stream()
                .map(Connection::id)
                .toList();
    }

    private static APIGatewayV2WebSocketEvent unauthorized() {
        var context = new APIGatewayV2WebSocketEvent.RequestContext();
        context.setConnectionId(TAB.value());
        var event = new APIGatewayV2WebSocketEvent();
        event.setRequestContext(context);
        event.setBody("ping");
        return event;
    }

    @Test
    void whatNoAuthorizerLetInIsRefusedAndClosed() {
        assertThat(connect.handleRequest(unauthorized(), new Invocation()).getStatusCode())
                .isEqualTo(401);
        assertThat(receive.handleRequest(unauthorized(), new Invocation()).getStatusCode())
                .isEqualTo(200);
        assertThat(disconnect.handleRequest(unauthorized(), new Invocation()).getStatusCode())
                .isEqualTo(200);
        assertThat(front.gateway.posted(TAB)).isEmpty();
        assertThat(front.gateway.closed()).containsExactly(TAB);
    }

    @Test
    void whoIsDeactivatedBetweenAuthorizerAndConnectIsRefused() {
        var gone = desk.inactiveAgent(500);

        assertThat(connected(gone, TAB).getStatusCode()).isEqualTo(401);

        assertThat(connections.of(Desk.WORKSPACE, Set.of(gone))).isEmpty();
    }

    @Test
    void aTicketAdmitsOnce() {
        var ticket = ticketOf(Desk.BOB);

        var policy = authorized(Map.of("ticket", ticket), Map.of());

        assertThat(policy.getPrincipalId()).isEqualTo("42");
        assertThat(policy.getContext()).isEqualTo(Map.of("workspace", "demo", "user", "42", "ends_at", "1772445600"));
        assertThatThrownBy(() -> authorized(Map.of("ticket", ticket), Map.of())).hasMessage("Unauthorized");
    }

    @Test
    void thePolicyAllowsThisMethodOnly() {
        var document =
                authorized(Map.of("ticket", ticketOf(Desk.BOB)), Map.of()).getPolicyDocument();

        assertThat(Json.write(document))
                .contains("\"Effect\":\"Allow\"", "\"Action\":\"execute-api:Invoke\"", "[\"" + METHOD + "\"]")
                .doesNotContain("*");
    }

    @Test
    void aTicketLives30Seconds() {
        var ticket = ticketOf(Desk.BOB);
        desk.clock.advance(Duration.ofSeconds(31));

        assertThatThrownBy(() -> authorized(Map.of("ticket", ticket), Map.of())).hasMessage("Unauthorized");
    }

    @Test
    void aTicketNeedsAToken() {
        assertThat(new Request().to(issue).status()).isEqualTo(401);
    }

    @Test
    void aTokenAmongTheSubprotocolsAdmits() {
        var token = front.issuer.token(Desk.WORKSPACE, Desk.BOB);

        assertThat(offering("tagalong.v1, jwt." + token).getContext()).containsEntry("user", "42");
        assertThat(offering("jwt." + token + ",tagalong.v1").getContext()).containsEntry("workspace", "demo");
    }

    @Test
    void aTokenWithoutTheSubprotocolThatIsSpokenIsUnauthorized() {
        var token = front.issuer.token(Desk.WORKSPACE, Desk.BOB);

        assertThatThrownBy(() -> offering("jwt." + token)).hasMessage("Unauthorized");
        assertThatThrownBy(() -> offering("tagalong.v2, jwt." + token)).hasMessage("Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tagalong.v1", "jwt.", "jwt.junk", "tagalong.v1, jwt.a.b.c", "bearer.x"})
    void whatIsNoTokenIsUnauthorized(String subprotocols) {
        assertThatThrownBy(() -> offering(subprotocols))
                .isInstanceOf(RuntimeException.class)
                .hasMessage("Unauthorized");
    }

    @Test
    void whoBringsNothingIsUnauthorized() {
        var event = new APIGatewayCustomAuthorizerEvent();
        event.setMethodArn(METHOD);

        assertThatThrownBy(() -> authorize.handleRequest(event, new Invocation()))
                .hasMessage("Unauthorized");
        assertThatThrownBy(() -> authorized(Map.of("ticket", ""), Map.of())).hasMessage("Unauthorized");
    }

    @Test
    void whoIsNoLongerActiveIsUnauthorized() {
        var token = front.issuer.token(Desk.WORKSPACE, desk.inactiveAgent(50));

        assertThatThrownBy(() -> offering("tagalong.v1, jwt." + token)).hasMessage("Unauthorized");
    }

    @Test
    void connectingNotesTheSocketUntilItsTokenEnds() {
        assertThat(connected(Desk.BOB, TAB).getStatusCode()).isEqualTo(200);

        assertThat(connections.of(Desk.WORKSPACE, Set.of(Desk.BOB)))
                .containsExactly(
                        new Connection(TAB, Desk.BOB, desk.clock.instant().plusSeconds(3600)));
    }

    @Test
    void theSubprotocolIsEchoedIfItWasOffered() {
        var event = event(Desk.BOB, TAB);
        event.setHeaders(Map.of("Sec-WebSocket-Protocol", "tagalong.v1, jwt.a.b.c"));

        assertThat(connect.handleRequest(event, new Invocation()).getHeaders())
                .isEqualTo(Map.of("Sec-WebSocket-Protocol", "tagalong.v1"));
        assertThat(connected(Desk.BOB, new ConnectionId("other")).getHeaders()).isNull();
    }

    @Test
    void theTwentyFirstTabClosesTheOldest() {
        for (int tab = 0; tab <= Connections.MOST_PER_USER; tab++) {
            connected(Desk.BOB, new ConnectionId("tab" + tab));
        }

        assertThat(front.gateway.closed()).containsExactly(new ConnectionId("tab0"));
    }

    @Test
    void aTabThatAKilledCallLeftOpenIsClosedByTheNext() {
        var ends = desk.clock.instant().plusSeconds(3600);
        for (int tab = 0; tab <= Connections.MOST_PER_USER; tab++) {
            connections.open(Desk.WORKSPACE, new Connection(new ConnectionId("tab" + tab), Desk.BOB, ends));
        }

        connected(Desk.BOB, TAB);

        assertThat(front.gateway.closed())
                .containsExactlyInAnyOrder(new ConnectionId("tab0"), new ConnectionId("tab1"));
    }

    @Test
    void thoseWhoLookAtTheSameTicketAreToldOfATabThatMadeRoom() {
        var ticket = desk.supportTicket();
        var oldest = new ConnectionId("tab0");
        connected(Desk.SAM, TAB);
        say(Desk.SAM, TAB, subscribe(ticket.toString()));
        connected(Desk.BOB, oldest);
        say(Desk.BOB, oldest, subscribe(ticket.toString()));
        assertThat(front.gateway.posted(TAB).getLast()).contains("\"first_name\":\"Bob\"");

        for (int tab = 1; tab <= Connections.MOST_PER_USER; tab++) {
            connected(Desk.BOB, new ConnectionId("tab" + tab));
        }

        assertThat(viewers(ticket)).containsExactly(TAB);
        assertThat(front.gateway.posted(TAB).getLast())
                .contains("\"presence_update\"", "\"first_name\":\"Sam\"")
                .doesNotContain("\"first_name\":\"Bob\"");
    }

    @Test
    void disconnectingForgetsTheSocketAndTwiceIsNoMatter() {
        connected(Desk.BOB, TAB);

        for (int times = 0; times < 2; times++) {
            assertThat(disconnect
                            .handleRequest(event(Desk.BOB, TAB), new Invocation())
                            .getStatusCode())
                    .isEqualTo(200);
        }
        assertThat(connections.of(Desk.WORKSPACE, Set.of(Desk.BOB))).isEmpty();
    }

    @Test
    void pingIsAnsweredWithPong() {
        assertThat(answers(Desk.BOB, "ping")).containsExactly("pong");
    }

    @Test
    void aSocketWhoseTokenHasEndedIsClosedAtItsNextFrame() {
        var event = event(Desk.BOB, TAB);
        event.setBody("ping");
        desk.clock.advance(Duration.ofHours(1));

        assertThat(receive.handleRequest(event, new Invocation()).getStatusCode())
                .isEqualTo(200);
        assertThat(front.gateway.closed()).containsExactly(TAB);
        assertThat(front.gateway.posted(TAB)).isEmpty();
    }

    @Test
    void subscribingMakesTheSocketAViewer() {
        var ticket = desk.supportTicket();

        assertThat(answers(Desk.BOB, subscribe(ticket.toString())))
                .containsExactly(
                        "{\"type\":\"conversation_subscribed\",\"data\":{\"conversation_uuid\":\"" + ticket + "\"}}");
        assertThat(viewers(ticket)).containsExactly(TAB);
    }

    @Test
    void aSocketLooksAtOneTicketAtATime() {
        var first = desk.supportTicket();
        var second = desk.supportTicket();
        answers(Desk.BOB, subscribe(first.toString()));
        answers(Desk.BOB, subscribe(second.toString()));

        assertThat(viewers(first)).isEmpty();
        assertThat(viewers(second)).containsExactly(TAB);
    }

    @Test
    void viewingIsTakenInSilenceAndEnded() {
        var ticket = desk.supportTicket();
        answers(Desk.BOB, "{\"type\":\"view_conversation\",\"data\":{\"conversation_uuid\":\"" + ticket + "\"}}");
        assertThat(viewers(ticket)).containsExactly(TAB);

        assertThat(answers(Desk.BOB, "{\"type\":\"view_conversation\",\"data\":{\"conversation_uuid\":\"\"}}"))
                .isEmpty();
        assertThat(viewers(ticket)).isEmpty();
    }

    @Test
    void subscribingWithoutAccessIsAnErrorAndTheSocketStaysOpen() {
        var ticket = desk.supportTicket();

        assertThat(answers(Desk.ALICE, subscribe(ticket.toString())))
                .containsExactly("{\"type\":\"error\",\"data\":\"conversation not found\"}");
        assertThat(viewers(ticket)).isEmpty();
        assertThat(front.gateway.closed()).isEmpty();
        assertThat(connections.of(Desk.WORKSPACE, Set.of(Desk.ALICE))).hasSize(1);
    }

    @Test
    void anUnknownTicketLooksLikeOneWithoutAccess() {
        assertThat(answers(Desk.BOB, subscribe("afa55a3b-60fa-4930-8382-4ad39cf6929f")))
                .containsExactly("{\"type\":\"error\",\"data\":\"conversation not found\"}");
    }

    @Test
    void whatCannotBeReadIsAnError() {
        assertThat(answers(Desk.BOB, "hello"))
                .containsExactly("{\"type\":\"error\",\"data\":\"invalid message format\"}");
    }

    @Test
    void aFrameWithoutTextIsAnError() {
        connected(Desk.BOB, TAB);

        receive.handleRequest(event(Desk.BOB, TAB), new Invocation());

        assertThat(front.gateway.posted(TAB)).hasSize(1);
    }

    @Test
    void whoLooksOnIsToldAndWhoWrites() {
        var ticket = desk.supportTicket();
        var sam = new ConnectionId("sam=");
        connected(Desk.SAM, sam);
        connected(Desk.BOB, TAB);
        say(Desk.SAM, sam, subscribe(ticket.toString()));
        say(Desk.BOB, TAB, subscribe(ticket.toString()));
        desk.clock.advance(Duration.ofSeconds(2));
        say(
                Desk.BOB,
                TAB,
                "{\"type\":\"typing\",\"data\":{\"conversation_uuid\":\"" + ticket + "\",\"is_typing\":true}}");
        disconnect.handleRequest(event(Desk.BOB, TAB), new Invocation());

        var named = "{\"conversation_uuid\":\"" + ticket + "\",\"viewers\":[";
        var heard = front.gateway.posted(sam);
        assertThat(heard.get(1))
                .isEqualTo("{\"type\":\"presence_update\",\"data\":" + named
                        + "{\"user_id\":7,\"first_name\":\"Sam\"}]}}");
        assertThat(heard.get(2)).contains("\"first_name\":\"Bob\"", "\"first_name\":\"Sam\"");
        assertThat(heard.get(3))
                .isEqualTo("{\"type\":\"typing\",\"data\":{\"conversation_uuid\":\"" + ticket
                        + "\",\"user_id\":42,\"first_name\":\"Bob\",\"is_typing\":true,\"is_private_message\":false}}");
        assertThat(heard.get(4)).isEqualTo(heard.get(1));
    }

    @Test
    void typingWithoutAccessIsAnError() {
        assertThat(answers(
                        Desk.ALICE,
                        "{\"type\":\"typing\",\"data\":{\"conversation_uuid\":\"" + desk.supportTicket()
                                + "\",\"is_typing\":true}}"))
                .containsExactly("{\"type\":\"error\",\"data\":\"conversation not found\"}");
    }
}
