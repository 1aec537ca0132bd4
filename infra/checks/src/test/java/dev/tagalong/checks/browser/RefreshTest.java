package dev.tagalong.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the pages of the agent UI fetch what they show, and which answer they take. */
@InChromium
class RefreshTest {
    private final ClientPage client;

    RefreshTest(Chromium chromium) {
        client = new ClientPage(chromium);
    }

    @BeforeEach
    void start() {
        client.run("import('/app/shell/refresh.js').then((module) => Object.assign(window, module))");
        client.run("window.answers = []; window.shown = []; window.list = new Refresh("
                + "() => new Promise((take, refuse) => answers.push({ take, refuse })),"
                + "(found) => shown.push(found), (failed) => shown.push('failed ' + failed), 400)");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private Object asked() {
        return client.run("answers.length");
    }

    @Test
    void itFetchesInTimeHoweverManyReasonsFollow() {
        for (int reason = 0; reason < 10; reason++) {
            client.run("list.soon()");
            client.pass(Duration.ofMillis(100));
        }
        assertThat(asked()).isEqualTo(2);
        client.pass(Duration.ofSeconds(1));
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void whatTakesLongIsFetchedMoreRarely() {
        client.run("list.now(); 0");
        client.pass(Duration.ofMillis(500));
        client.run("answers[0].take('slow')");
        client.run("list.soon()");
        client.pass(Duration.ofMillis(1999));
        assertThat(asked()).isEqualTo(1);
        client.pass(Duration.ofMillis(1));
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void whatIsGivenUpIsFetchedAgainWithinSeconds() {
        client.run("list.now(); 0");
        client.pass(Duration.ofSeconds(80));
        client.run("answers[0].refuse('too late')");
        client.run("list.soon()");
        client.pass(Duration.ofMillis(9_999));
        assertThat(asked()).isEqualTo(1);
        client.pass(Duration.ofMillis(1));
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void inATabThatNobodySeesItWaitsUntilSomebodyDoes() {
        client.run("window.turns = (state) => {"
                + "Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });"
                + "document.dispatchEvent(new Event('visibilitychange')); }; turns('hidden')");
        client.run("list.soon()");
        client.pass(Duration.ofMinutes(1));
        client.run("list.soon()");
        client.pass(Duration.ofMinutes(1));
        assertThat(asked()).isEqualTo(0);

        client.run("turns('visible')");
        assertThat(asked()).isEqualTo(1);
        client.run("turns('hidden'); turns('visible')");
        assertThat(asked()).as("there was no reason since").isEqualTo(1);
    }

    @Test
    void anAnswerThatAnotherOvertookIsLeftOut() {
        client.run("list.now(); list.now(); list.now(); list.now(); 0");
        client.run("answers[1].take('second')");
        client.run("answers[0].take('first')");
        client.run("answers[3].refuse('fourth')");
        client.run("answers[2].take('third')");
        assertThat(client.run("shown")).isEqualTo(List.of("second", "failed fourth"));
    }

    @Test
    void aFailureThatMayPassIsNoAnswer() {
        client.run("list.now(); list.now(); list.now(); 0");
        client.run("answers[1].refuse(new Problem(503, 'GeneralError', 'busy'))");
        client.run("answers[0].take('first')");
        client.run("answers[2].refuse(new Problem(404, 'NotFoundError', 'gone'))");
        assertThat(client.run("shown")).isEqualTo(List.of("failed Problem: busy", "first", "failed Problem: gone"));
    }

    @Test
    void whatMayBeSeenNoLongerIsNotShownByAnAnswerFromBefore() {
        client.run("list.now(); list.now(); 0");
        client.run("answers[1].refuse(new Problem(404, 'NotFoundError', 'gone'))");
        client.run("answers[0].take('first')");
        assertThat(client.run("shown")).isEqualTo(List.of("failed Problem: gone"));
    }

    @Test
    void whatFailedIsFetchedAgainMoreAndMoreRarelyUntilThereIsAnAnswer() {
        client.run("Math.random = () => 1; list.again()");
        client.pass(Duration.ofSeconds(2));
        assertThat(asked()).isEqualTo(1);
        client.run("list.again()");
        client.pass(Duration.ofMillis(3_999));
        assertThat(asked()).isEqualTo(1);
        client.pass(Duration.ofMillis(1));
        assertThat(asked()).isEqualTo(2);

        client.run("answers[1].take('found')");
        client.run("list.again()");
        client.pass(Duration.ofSeconds(2));
        assertThat(asked()).isEqualTo(3);
        client.run("list.again(); list.stop()");
        client.pass(Duration.ofMinutes(1));
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void answersAboutSomethingElseAreLeftOut() {
        client.run("list.now(); list.anew(); 0");
        client.run("answers[0].take('of the list before')");
        client.run("answers[1].take('of this list')");
        assertThat(client.run("shown")).isEqualTo(List.of("of this list"));
    }

    @Test
    void whatWasWantedSoonIsNotFetchedOnceItIsThereOrNobodyWantsIt() {
        client.run("list.soon(); list.now(); 0");
        client.run("list.soon(); list.stop()");
        client.pass(Duration.ofSeconds(1));
        assertThat(asked()).isEqualTo(1);
    }
}
