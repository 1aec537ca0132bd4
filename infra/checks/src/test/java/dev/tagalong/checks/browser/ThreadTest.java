package dev.tagalong.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client's thread: each message once, in order, without gaps. */
@InChromium
class ThreadTest {
    private final ClientPage client;

    ThreadTest(Chromium chromium) {
        client = new ClientPage(chromium);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private void thread(String script) {
        client.run(ClientPage.API + "window.thread = new Thread(api, 'uuid');"
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

    @Test
    void whatOneWroteWhileTheSocketWasLostEndsNoGap() {
        var pages = List.of(page("four", "five"), page("two", "three"), page("one"));
        client.answers(request -> pages.get(request.url().charAt(request.url().length() - 1) - '1'));
        thread("thread.accept(message('one')); thread.posted(message('five'))");
        client.run("thread.catchUp()");
        assertThat(client.run("thread.messages.map(({ uuid }) => uuid)"))
                .isEqualTo(List.of("one", "two", "three", "four", "five"));
        client.run("thread.catchUp()");
        assertThat(client.calls().getLast()).as("nothing is missing").endsWith("page=1");
    }

    @Test
    void olderMessagesThatAreWantedTwiceAtOnceSkipNone() {
        var pages = List.of(page("five"), page("three", "four"), page("one", "two"), page());
        client.answers(request -> pages.get(request.url().charAt(request.url().length() - 1) - '1'));
        thread("0");
        client.run("thread.catchUp()");
        client.run("Promise.all([thread.older(), thread.older()])");
        client.run("thread.older()");
        assertThat(client.run("thread.messages.map(({ uuid }) => uuid)"))
                .isEqualTo(List.of("one", "two", "three", "four", "five"));
        assertThat(client.run("thread.hasOlder")).isEqualTo(false);
    }

    @Test
    void aMessageThatIsCutIsShownWholeFromThenOn() {
        client.answers(request -> request.url().contains("page_size=1")
                ? page("three")
                : page("three", "four", "five").replace("{}", "{\"truncated\":true}"));
        thread("0");
        client.run("thread.catchUp()");
        client.run("thread.whole('three')");
        assertThat(client.calls().getLast()).endsWith("page_size=1&page=3");
        client.run("thread.catchUp()");
        assertThat(client.run("thread.messages.filter(({ meta }) => meta.truncated).map(({ uuid }) => uuid)"))
                .isEqualTo(List.of("four", "five"));
    }

    private static String page(String... uuids) {
        var order = List.of("one", "two", "three", "four", "five");
        var rows = List.of(uuids).stream()
                .map(uuid -> "{\"uuid\":\"" + uuid + "\",\"created_at\":\"" + order.indexOf(uuid) + "\",\"meta\":{}}")
                .toList();
        return "{\"results\":" + rows + ",\"total_pages\":3}";
    }
}
