package dev.tagalong.handlers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Invocation;
import dev.tagalong.handlers.frontdesk.Request;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class UnsubscribeTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final ConversationId ticket = desk.supportTicket();
    private final Unsubscribe unsubscribe = new Unsubscribe(front.unsubscriptions(), desk.clock);
    private final ShowUnsubscribe show = new ShowUnsubscribe(front.unsubscriptions());

    /** The token of the mail that tells Alice that she was added. */
    private String mailed() {
        desk.follows(ticket, Desk.ALICE);
        front.fanOut().carryOut(desk.activity(ticket, ActivityType.FOLLOWER_ADDED, Desk.SAM, Desk.ALICE, null));
        front.mailDelivery().deliver(new MailKey(Desk.WORKSPACE, Desk.ALICE, ticket));
        var link = Objects.requireNonNull(
                front.postbox.sent().getFirst().headers().get("List-Unsubscribe"), "every letter has the header");
        return link.substring(link.lastIndexOf('/') + 1, link.length() - 1);
    }

    private static Request by(String token) {
        return new Request().at("/unsubscribe/" + token).path("token", token);
    }

    @Test
    void anUnknownTokenGetsAPageThatSaysSo() {
        for (var function : List.of(unsubscribe, show)) {
            var answer = by("00000000000000000000000000.demo").to(function);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).contains("This link does not work").doesNotContain("<form");
        }
        assertThat(new Request().bare().to(unsubscribe).status()).isEqualTo(404);
    }

    @Test
    void aGetShowsAPageThatNeedsNothingElseAndChangesNothing() {
        var answer = by(mailed()).to(show);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("<html lang=\"en\">", "<title>Stop following ticket #217?</title>", "<form method=\"post\">")
                .doesNotContain("Login problem", "src=", "href=", "<script");
        assertThat(answer.text()).contains("no more mail about it as a follower", "may still bring you some");
        assertThat(answer.headers().get("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.headers().get("content-security-policy"))
                .contains("default-src 'none'", "form-action 'self'");
        assertThat(answer.headers().get("referrer-policy")).isEqualTo("no-referrer");
        assertThat(desk.membership(ticket, Desk.ALICE)).isPresent();
    }

    @Test
    void aPostUnfollowsAndARepeatIsAnsweredTheSame() {
        var token = mailed();
        var first = by(token).body("List-Unsubscribe=One-Click").to(unsubscribe);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text())
                .contains(
                        "You no longer follow ticket #217",
                        "no more mail about it as a follower",
                        "may still bring you some")
                .doesNotContain("no more mail about it.");
        assertThat(desk.membership(ticket, Desk.ALICE)).isEmpty();
        assertThat(by(token).to(unsubscribe).text()).isEqualTo(first.text());
    }

    @Test
    void aTokenIsNotLoggedWhenTheStoreIsLost() {
        var token = mailed();
        var invocation = new Invocation();
        desk.store.faults().failAfter(0);
        var answer = by(token).to(unsubscribe, invocation);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(String.join("\n", invocation.logged())).isNotEmpty().doesNotContain(token);
    }
}
