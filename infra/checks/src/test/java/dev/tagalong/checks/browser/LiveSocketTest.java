package dev.tagalong.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client's socket: how it opens, comes back and is kept alive. */
@InChromium
class LiveSocketTest {
    private final ClientPage client;

    LiveSocketTest(Chromium chromium) {
        client = new ClientPage(chromium);
        client.answers(request -> request.url().endsWith("/ws-tickets") ? "{\"ticket\":\"one/time\"}" : "{}");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private void opened() {
        client.run(ClientPage.SOCKET + "socket.open()");
        client.socket(1);
        client.await("states.at(-1) === 'open'");
    }

    @Test
    void waitsDoubleFromOneSecondToThirty() {
        assertThat(client.run("[0, 1, 2, 3, 4, 5, 20].map((attempt) => backoff(attempt, () => 1))"))
                .isEqualTo(List.of(2000, 4000, 8000, 16000, 30000, 30000, 30000));
        assertThat(client.run("[0, 5, 20].map((attempt) => backoff(attempt, () => 0))"))
                .isEqualTo(List.of(1000, 1000, 1000));
    }

    @Test
    void aLostSocketComesBackAndLooksAtTheSameTicket() {
        opened();
        assertThat(client.sockets().getFirst().url()).isEqualTo("wss://sockets.test/?ticket=one%2Ftime");
        client.run("socket.watch('a-ticket')");

        client.sockets().getFirst().close();
        client.await("states.at(-1) === 'waiting'");
        client.pass(Duration.ofSeconds(2));

        client.socket(2);
        client.await("connections === 2");
        client.await("states.at(-1) === 'open'");
        var watch = "{\"type\":\"conversation_subscribe\",\"data\":{\"conversation_uuid\":\"a-ticket\"}}";
        assertThat(client.said()).containsExactly(watch, watch);
    }

    @Test
    void whoIsRefusedASocketTriesAgainMoreAndMoreRarely() {
        client.run("Math.random = () => 1");
        client.takesSockets(false);
        client.run(ClientPage.SOCKET + "socket.open()");
        client.socket(1);
        client.await("states.at(-1) === 'waiting'");
        client.pass(Duration.ofMillis(2001));
        client.socket(2);
        client.await("states.at(-1) === 'waiting'");
        client.pass(Duration.ofMillis(3990));
        assertThat(client.sockets()).hasSize(2);
        client.pass(Duration.ofMillis(20));
        client.socket(3);
    }

    @Test
    void whatNobodyTookIsSaidAgainMoreAndMoreRarely() {
        client.run("Math.random = () => 1; window.frames = []");
        opened();
        client.run("socket.on('frame', (frame) => frames.push(frame.type)); socket.watch('a-ticket')");

        saysAgainAfter(Duration.ofSeconds(2));
        saysAgainAfter(Duration.ofSeconds(4));
        hears("conversation_subscribed");
        saysAgainAfter(Duration.ofSeconds(2));

        assertThat(client.run("frames")).isEqualTo(List.of("error", "error", "conversation_subscribed", "error"));
        assertThat(new HashSet<>(client.said())).hasSize(1);
    }

    private void saysAgainAfter(Duration wait) {
        int said = client.said().size();
        client.sockets()
                .getFirst()
                .send("{\"message\":\"Internal server error\",\"connectionId\":\"c\",\"requestId\":\"r\"}");
        hears("error");
        client.pass(wait.minusMillis(1));
        client.await("true");
        assertThat(client.said()).hasSize(said);
        client.pass(Duration.ofMillis(1));
        client.awaitSaid(said + 1);
    }

    private void hears(String type) {
        var heard = client.run("frames.length");
        client.sockets().getFirst().send("{\"type\":\"" + type + "\",\"data\":\"\"}");
        client.await("frames.length > " + heard);
    }

    @Test
    void aSilentSocketIsGivenUp() {
        opened();
        client.pass(Duration.ofSeconds(61));
        client.await("states.at(-1) === 'open'");
        assertThat(client.said()).containsExactly("ping");

        client.pass(Duration.ofSeconds(10));

        client.await("states.at(-1) === 'waiting'");
    }

    @Test
    void anAnsweredSocketIsRenewedBeforeItsTwoHoursAreOver() {
        client.run("""
                window.opened = 0;
                window.WebSocket = class {
                  constructor() { opened++; setTimeout(() => this.onopen()); }
                  send(text) { this.onmessage({ data: text === 'ping' ? 'pong' : '' }); }
                  close() {}
                };""" + ClientPage.SOCKET + "socket.open()");
        client.await("opened === 1");
        client.pass(Duration.ofMinutes(109));
        assertThat(client.run("opened")).isEqualTo(1);

        client.pass(Duration.ofSeconds(61));

        client.await("opened === 2");
        assertThat(client.run("states.includes('waiting')")).isEqualTo(false);
    }

    @Test
    void anOpeningThatComesToNothingIsTriedAgain() {
        client.run("Math.random = () => 0; window.asked = 0; window.opened = 0;"
                + "window.WebSocket = class { constructor() { opened++; } close() {} };"
                + "window.states = []; window.socket = new LiveSocket({ url: 'wss://sockets.test/',"
                + "ticket: () => (++asked === 1 ? new Promise(() => {}) : Promise.resolve('t')) });"
                + "socket.on('state', (state) => states.push(state)); socket.open()");
        client.pass(Duration.ofSeconds(29));
        assertThat(client.run("states")).isEqualTo(List.of("connecting"));
        client.pass(Duration.ofSeconds(3));
        client.await("asked === 2 && opened === 1");
        client.pass(Duration.ofSeconds(28));
        assertThat(client.run("states")).isEqualTo(List.of("connecting", "waiting", "connecting"));
        client.pass(Duration.ofSeconds(3));
        client.await("opened === 2");
    }

    @Test
    void aClosedSocketStaysClosed() {
        opened();
        client.run("socket.close()");
        client.pass(Duration.ofMinutes(5));
        assertThat(client.sockets()).hasSize(1);
    }

    @Test
    void whoIsSignedOutTriesNoMore() {
        client.answers(request -> "404");
        client.run(ClientPage.SOCKET + "socket.open()");
        client.await("states.at(-1) === 'closed'");
    }
}
