package dev.tagalong.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import dev.tagalong.checks.endtoend.Eventually;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client's inbox: what it holds, and how many of it are unread. */
@InChromium
class InboxTest {
    private final ClientPage client;

    InboxTest(Chromium chromium) {
        client = new ClientPage(chromium);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theInboxCatchesUpByAfterAndCountsEachRowOnce() {
        client.answers(InboxTest::inbox);
        client.run(ClientPage.SOCKET + "window.arrived = []; window.inbox = new Inbox(api, socket);"
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
        client.run(ClientPage.SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
        client.await("inbox.unread === 3");
        assertThat(client.run("inbox.rows.map(({ id }) => id)"))
                .isEqualTo(List.of("GET /notifications?unread=true&limit=100", "GET /notifications?limit=100", "one"));
    }

    @Test
    void whatWasCountedBeforeItArrivesCountsOnce() {
        client.answers(request -> request.url().contains("unread=true")
                ? "{\"results\":[{\"id\":\"soon\"},{\"id\":\"one\"}],\"total\":2}"
                : inbox(request));
        client.run(ClientPage.SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
        client.await("inbox.unread === 2");
        arrives("soon");
        client.await("inbox.rows.length === 2");
        assertThat(client.run("inbox.unread")).isEqualTo(2);
        arrives("later");
        client.await("inbox.unread === 3");
    }

    @Test
    void whatArrivesWhileAllAreReadIsUnread() {
        client.answers(InboxTest::inbox);
        client.run(ClientPage.SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
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

    @Test
    void whatWasMissedAfterRowsThatAreKnownIsFetched() {
        client.answers(InboxTest::inbox);
        client.run(ClientPage.SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
        client.await("inbox.unread === 1");
        arrives("two");
        client.await("inbox.rows.length === 2");
        client.answers(
                request -> request.url().contains("after=one") ? "{\"results\":[{\"id\":\"two\"}]}" : inbox(request));
        client.run("inbox.catchUp()");
        assertThat(client.run("inbox.rows.map(({ id }) => id)")).isEqualTo(List.of("three", "two", "one"));
    }

    @Test
    void anInboxThatCouldNotBeFetchedIsFetchedWhateverArrivedMeanwhile() {
        client.answers(request -> request.url().endsWith("/ws-tickets") ? inbox(request) : "404");
        client.run(ClientPage.SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
        client.await("inbox.problem !== null");
        arrives("one");
        client.await("inbox.rows.length === 1");
        client.answers(InboxTest::inbox);
        client.run("inbox.catchUp()");
        assertThat(client.run("[inbox.loaded, inbox.rows.length]")).isEqualTo(List.of(true, 1));
    }

    @Test
    void whatCouldNotBeFetchedIsFetchedWhileTheSocketIsOpen() {
        client.answers(InboxTest::inbox);
        client.run(ClientPage.SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
        client.await("inbox.unread === 1");
        failsToCatchUp();
        client.answers(InboxTest::inbox);
        client.pass(Duration.ofSeconds(2));
        client.await("inbox.problem === null");
        assertThat(client.run("inbox.rows.map(({ id }) => id)")).isEqualTo(List.of("three", "two", "one"));

        failsToCatchUp();
        client.run("socket.close()");
        int calls = client.calls().size();
        client.pass(Duration.ofMinutes(1));
        assertThat(client.calls()).hasSize(calls);
    }

    /** Lets an attempt fail, which calls twice. */
    private void failsToCatchUp() {
        client.answers(request -> "503");
        int calls = client.calls().size();
        client.run("inbox.catchUp(); 0");
        client.awaitCalls(calls + 1);
        Eventually.holds(() -> {
            client.pass(Duration.ofMillis(500));
            assertThat(client.run("inbox.problem !== null")).isEqualTo(true);
        });
    }

    @Test
    void aRowThatIsGoneElsewhereIsGoneAndUncountedHere() {
        client.answers(InboxTest::inbox);
        client.run(ClientPage.SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
        client.await("inbox.unread === 1");
        client.answers(request -> request.method().equals("PUT")
                ? "404"
                : request.url().contains("unread=true") ? "{\"results\":[],\"total\":0}" : inbox(request));
        assertThat(client.run("inbox.read(inbox.rows[0]).catch(({ status }) => status)"))
                .isEqualTo(404);
        assertThat(client.run("[inbox.rows.length, inbox.unread]")).isEqualTo(List.of(0, 0));
    }

    @Test
    void onlyWhatTheSocketBringsIsAnnounced() {
        client.answers(InboxTest::inbox);
        client.run(ClientPage.SOCKET + "window.announced = []; window.inbox = new Inbox(api, socket);"
                + "inbox.on('announced', (row) => announced.push(row.id)); socket.open()");
        client.await("inbox.unread === 1");
        arrives("two");
        arrives("two");
        client.await("inbox.rows.length === 2");
        client.run("inbox.catchUp()");
        assertThat(client.run("inbox.rows.map(({ id }) => id)")).isEqualTo(List.of("three", "two", "one"));
        assertThat(client.run("announced")).isEqualTo(List.of("two"));
    }

    private void arrives(String id) {
        client.sockets()
                .getFirst()
                .send("{\"type\":\"new_notification\",\"data\":{\"id\":\"" + id + "\",\"read_at\":null}}");
    }

    @Test
    void anInboxWhoseLastRowIsGoneBeginsAnew() {
        client.answers(request -> request.url().contains("after=") ? "404" : inbox(request));
        client.run(ClientPage.SOCKET + "window.inbox = new Inbox(api, socket); socket.open()");
        client.await("inbox.loaded");
        client.run("inbox.catchUp()");
        assertThat(client.run("inbox.rows.map(({ id }) => id)")).isEqualTo(List.of("one"));
    }
}
