package dev.tagalong.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The JavaScript client by itself. */
@InChromium
class ClientTest {
    private static final String API =
            "window.api = new Api({ url: '', token: () => 'token', onUnauthenticated: () => (window.signedOut = true) });";
    private static final String SOCKET = API
            + "window.states = []; window.connections = 0;"
            + "window.socket = new LiveSocket({ url: 'wss://sockets.test/', ticket: () => api.socketTicket() });"
            + "socket.on('state', (state) => states.push(state)); socket.on('connected', () => connections++);";

    private final ClientPage client;

    ClientTest(Chromium chromium) {
        client = new ClientPage(chromium);
        client.answers(request -> request.url().endsWith("/ws-tickets") ? "{\"ticket\":\"one/time\"}" : "{}");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private void opened() {
        client.run(SOCKET + "socket.open()");
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
        client.run(SOCKET + "socket.open()");
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
                };""" + SOCKET + "socket.open()");
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
        client.run(SOCKET + "socket.open()");
        client.await("states.at(-1) === 'closed'");
    }

    @Test
    void theInboxCatchesUpByAfterAndCountsEachRowOnce() {
        client.answers(ClientTest::inbox);
        client.run(SOCKET + "window.arrived = []; window.inbox = new Inbox(api, socket);"
                + "inbox.on('arrived', (row) => arrived.push(row.id)); socket.open()");
        client.await("inbox.unread === 1");
        client.sockets().getFirst().send("{\"type\":\"new_notification\",\"data\":{\"id\":\"two\",\"read_at\":null}}");
        client.await("inbox.unread === 2");

        client.sockets().getFirst().close();
        client.await("states.at(-1) === 'waiting'");
        client.pass(Duration.ofSeconds(2));

        client.await("arrived.length === 2 && inbox.unread === 1");
        assertThat(client.run("arrived")).isEqualTo(List.of("two", "three"));
        assertThat(client.run("inbox.rows.map(({ id }) => id)")).isEqualTo(List.of("three", "two", "one"));
        assertThat(client.calls())
                .contains("GET /notifications?after=one&limit=100")
                .as("a page without news is the last, however long it is")
                .containsOnlyOnce("GET /notifications?after=three&limit=100");
    }

    private static String inbox(Request request) {
        if (request.url().endsWith("/ws-tickets")) {
            return "{\"ticket\":\"t\"}";
        }
        if (request.url().contains("unread=true")) {
            return "{\"results\":[],\"total\":1}";
        }
        return request.url().contains("after=")
                ? "{\"results\":[{\"id\":\"two\",\"read_at\":null},{\"id\":\"three\",\"read_at\":null}]}"
                : "{\"results\":[{\"id\":\"one\",\"read_at\":null}]}";
    }

    @Test
    void whatArrivesWhileTheInboxIsFetchedIsNeitherLostNorUncounted() {
        client.answers(request -> {
            var call = client.calls().getLast();
            int times = Collections.frequency(client.calls(), call);
            if (call.startsWith("GET ") && times == 1) {
                arrives(call);
            }
            return call.contains("unread")
                    ? "{\"results\":[{\"id\":\"GET /notifications?limit=100\"},{\"id\":\"one\"}],\"total\":2}"
                    : inbox(request);
        });
        client.run(SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
        client.await("inbox.unread === 3");
        assertThat(client.run("inbox.rows.map(({ id }) => id)"))
                .isEqualTo(List.of("GET /notifications?unread=true&limit=100", "GET /notifications?limit=100", "one"));
    }

    @Test
    void whatWasCountedBeforeItArrivesCountsOnce() {
        client.answers(request -> request.url().contains("unread=true")
                ? "{\"results\":[{\"id\":\"soon\"},{\"id\":\"one\"}],\"total\":2}"
                : inbox(request));
        client.run(SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
        client.await("inbox.unread === 2");
        arrives("soon");
        client.await("inbox.rows.length === 2");
        assertThat(client.run("inbox.unread")).isEqualTo(2);
        arrives("later");
        client.await("inbox.unread === 3");
    }

    @Test
    void whatArrivesWhileAllAreReadIsUnread() {
        client.answers(ClientTest::inbox);
        client.run(SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
        client.await("inbox.unread === 1");
        client.answers(request -> {
            if (request.url().endsWith("/read-all")) {
                arrives("late");
            }
            if (request.url().contains("unread=true")) {
                return "{\"results\":[{\"id\":\"late\"}],\"total\":1}";
            }
            return request.method().equals("GET")
                    ? "{\"results\":[{\"id\":\"late\",\"read_at\":null},{\"id\":\"one\",\"read_at\":\"today\"}]}"
                    : inbox(request);
        });
        client.run("inbox.readAll()");
        assertThat(client.run("inbox.rows.map(({ id, read_at }) => id + ' ' + read_at)"))
                .isEqualTo(List.of("late null", "one today"));
        assertThat(client.run("inbox.unread")).isEqualTo(1);
    }

    private void arrives(String id) {
        client.sockets()
                .getFirst()
                .send("{\"type\":\"new_notification\",\"data\":{\"id\":\"" + id + "\",\"read_at\":null}}");
    }

    @Test
    void anInboxWhoseLastRowIsGoneBeginsAnew() {
        client.answers(request -> request.url().contains("after=") ? "404" : inbox(request));
        client.run(SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
        client.await("inbox.loaded");
        client.run("inbox.catchUp()");
        assertThat(client.run("inbox.rows.map(({ id }) => id)")).isEqualTo(List.of("one"));
    }

    @Test
    void clicksInQuickSuccessionAreOneCallAndThoseThatUndoEachOtherNone() {
        client.answers(request -> request.method().equals("POST")
                ? "{\"results\":[{\"user\":7,\"status\":\"error\",\"message\":\"the limit is reached\"}]}"
                : "[{\"id\":3}]");
        client.run(API + "window.done = [];"
                + "window.changes = new FollowerChanges(api, 'uuid', (change) => done.push(change), () => {});"
                + "changes.add(3); changes.add(7); changes.add(9); changes.remove(9);");
        client.pass(Duration.ofMillis(299));
        assertThat(client.calls()).isEmpty();
        client.pass(Duration.ofMillis(2));
        client.await("done.length === 1");

        assertThat(client.calls())
                .containsExactly(
                        "POST /followers/bulk {\"conversations\":[\"uuid\"],\"users\":[3,7],\"action\":\"add\"}",
                        "GET /conversations/uuid/participants");
        assertThat(client.run("done[0].failures.map(({ user }) => user)")).isEqualTo(List.of(7));
    }

    @Test
    void theLastClickHasTheLastWordHoweverSlowTheFirstCallIs() {
        client.run("window.calls = [];"
                + "const slow = { participants: async () => [],"
                + "changeFollowers: (uuid, users, action) => new Promise((done) => calls.push({ action, done })) };"
                + "window.done = 0; window.changes = new FollowerChanges(slow, 'uuid', () => done++, () => {});"
                + "changes.add(3)");
        client.pass(Duration.ofMillis(300));
        client.run("changes.remove(3)");
        client.pass(Duration.ofMillis(300));
        assertThat(client.run("calls.map(({ action }) => action)")).isEqualTo(List.of("add"));

        client.run("calls[0].done({ results: [] })");
        client.await("calls.length === 2");
        assertThat(client.run("calls[1].action")).isEqualTo("remove");
        client.run("calls[1].done({ results: [] })");
        client.await("done === 2");
    }

    private void thread(String script) {
        client.run(API + "window.thread = new Thread(api, 'uuid');"
                + "const message = (uuid) => ({ uuid, conversation_uuid: 'uuid', created_at: String(['one','two','three','four','five'].indexOf(uuid)), meta: {} });"
                + script);
    }

    @Test
    void aThreadHasEachMessageOnceAndFillsTheGap() {
        client.answers(request -> request.url().endsWith("page=1") ? page("four", "five") : page("two", "three"));
        thread(
                "thread.accept(message('two')); thread.accept(message('two')); thread.accept({ ...message('x'), conversation_uuid: 'other' });");
        client.run("thread.catchUp()");
        assertThat(client.run("thread.messages.map(({ uuid }) => uuid)"))
                .isEqualTo(List.of("two", "three", "four", "five"));
    }

    @Test
    void aThreadFillsTheGapWhateverIsHeardAndFailsMeanwhile() {
        thread("thread.accept(message('one')); window.five = message('five');");
        client.answers(request -> request.url().endsWith("page=1") ? page("four", "five") : "404");
        client.run("const caughtUp = thread.catchUp(); thread.accept(five); caughtUp.catch(() => 0)");
        assertThat(client.run("thread.messages.map(({ uuid }) => uuid)")).isEqualTo(List.of("one", "four", "five"));

        client.answers(request -> request.url().endsWith("page=1")
                ? page("four", "five")
                : request.url().endsWith("page=2") ? page("two", "three") : page("one"));
        client.run("thread.catchUp()");
        assertThat(client.run("thread.messages.map(({ uuid }) => uuid)"))
                .isEqualTo(List.of("one", "two", "three", "four", "five"));

        client.run("thread.catchUp()");
        assertThat(client.calls().getLast()).as("nothing is missing").endsWith("page=1");
    }

    private static String page(String... uuids) {
        var order = List.of("one", "two", "three", "four", "five");
        var rows = List.of(uuids).stream()
                .map(uuid -> "{\"uuid\":\"" + uuid + "\",\"created_at\":\"" + order.indexOf(uuid) + "\",\"meta\":{}}")
                .toList();
        return "{\"results\":" + rows + ",\"total_pages\":3}";
    }

    @Test
    void aLostAnswerIsAskedForAgainUnderTheSameKey() {
        client.answers(request -> client.calls().size() == 1 ? "none" : "{}");
        client.run(API + "window.answered = false; api.follow('uuid').then(() => (window.answered = true)); 0");
        for (int attempt = 0; client.calls().size() < 2 && attempt < 50; attempt++) {
            client.pass(Duration.ofMillis(200));
        }
        client.await("answered");
        assertThat(client.calls()).hasSize(2);
        assertThat(client.keys()).hasSize(1);
    }

    @Test
    void aCallThatNobodyAnswersIsGivenUpAndMadeAgain() {
        client.answers(request -> client.calls().size() == 1 ? "never" : "{}");
        client.run("window.ends = []; AbortSignal.timeout = (patience) => {"
                + "const end = new AbortController(); ends.push([patience, end]); return end.signal; };"
                + API + "window.answered = false; api.follow('uuid').then(() => (window.answered = true)); 0");
        client.awaitCalls(1);
        assertThat(client.run("ends.map(([patience]) => patience)")).isEqualTo(List.of(40_000));

        client.run("ends[0][1].abort()");
        for (int attempt = 0; client.calls().size() < 2 && attempt < 50; attempt++) {
            client.pass(Duration.ofMillis(200));
        }
        client.await("answered");
        assertThat(client.keys()).hasSize(1);
    }

    @Test
    void anAnswerThatBreaksOffIsAProblem() {
        client.run(
                "window.fetch = async () => ({ ok: true, json: () => Promise.reject(new TypeError('broken off')) });");
        client.run(
                API + "window.problem = null;"
                        + "api.conversation('uuid').catch((failed) => (window.problem = [failed instanceof Problem, failed.status])); 0");
        for (int attempt = 0; client.run("problem") == null && attempt < 50; attempt++) {
            client.pass(Duration.ofMillis(200));
        }
        assertThat(client.run("problem")).isEqualTo(List.of(true, 0));
    }

    @Test
    void aRefusalIsAProblemWithItsReason() {
        client.answers(request -> "404");
        assertThat(
                        client.run(
                                API
                                        + "api.conversation('uuid').catch((failed) => [failed instanceof Problem, failed.status, failed.message])"))
                .isEqualTo(List.of(true, 404, "refused"));
    }
}
