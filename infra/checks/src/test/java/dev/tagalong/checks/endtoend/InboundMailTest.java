package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail that comes in. */
@ExtendWith(RunningStack.class)
class InboundMailTest {
    private final Desk desk;

    InboundMailTest(Desk desk) {
        this.desk = desk;
    }

    /** Where replies to the notifications of somebody about a ticket go. */
    private String replyTo(Agent agent, Ticket ticket) {
        Eventually.holds(() -> assertThat(desk.mail(agent, ticket)).isNotEmpty());
        return String.valueOf(
                Answer.fields(desk.mail(agent, ticket).getLast().get("headers")).get("Reply-To"));
    }

    private static String mime(String from, String to, String headers, String text) {
        return "From: " + from + "\r\nTo: " + to + "\r\n" + headers
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
    }

    private String deliver(String query, String mime) {
        return desk.nobody().send("POST", "/_local/mail" + query, mime).is(200).string("answer");
    }

    private List<Map<String, Object>> messages(Ticket ticket) {
        return desk.owner().api().get(ticket.path("/messages")).is(200).rows("data", "results");
    }

    private Ticket ticketThatFollows(Agent agent) {
        var ticket = desk.ticketOf(desk.agent("Tom"));
        desk.owner().add(ticket, agent).is(200);
        return ticket;
    }

    @Test
    void aReplyBecomesANoteOfItsWriterOnceAndWithoutWhatItQuotes() {
        var mia = desk.agent("Mia");
        var ticket = ticketThatFollows(mia);
        var id = "Message-ID: <" + UUID.randomUUID() + "@people.example>\r\n";
        var mime = mime(
                "Mia <" + mia.email() + ">",
                replyTo(mia, ticket),
                id,
                "Das wäre שלום.\r\n\r\nOn Sat, 21 Nov 2026, Tagalong wrote:\r\n> old\r\n");

        assertThat(deliver("", mime)).contains("POSTED");
        assertThat(deliver("", mime)).contains("REPEATED");
        assertThat(messages(ticket)).singleElement().satisfies(message -> {
            assertThat(message).containsEntry("private", true).containsEntry("content", "Das wäre שלום.");
            assertThat(message).containsEntry("sender_id", mia.id());
        });
    }

    @Test
    void aReplyInHtmlAloneIsReadLikeOneInText() {
        var mia = desk.agent("Mia");
        var ticket = ticketThatFollows(mia);
        var html = "<div dir=\"ltr\">It works &eacute; &#x1F600;<br>again.</div><br>"
                + "<div class=\"gmail_quote\"><div>On Sat, Nov 21, 2026 at 10:00 AM Tagalong &lt;n@t.example&gt; wrote:<br></div>"
                + "<blockquote><div>old</div></blockquote></div>";
        var mime = mime(mia.email(), replyTo(mia, ticket), "", html).replace("text/plain", "text/html");

        assertThat(deliver("", mime)).contains("POSTED");
        assertThat(messages(ticket))
                .singleElement()
                .satisfies(message -> assertThat(message).containsEntry("content", "It works é 😀\nagain."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dmarc=FAIL", "?dmarc=NONE", "?spam=FAIL", "?virus=GRAY", "?virus=PROCESSING_FAILED"})
    void withoutEveryVerdictNothingIsBelieved(String query) {
        var mia = desk.agent("Mia");
        var ticket = ticketThatFollows(mia);
        assertThat(deliver(query, mime(mia.email(), replyTo(mia, ticket), "X-SES-Spam-Verdict: PASS\r\n", "Hello")))
                .contains("UNTRUSTED");
        assertThat(messages(ticket)).isEmpty();
    }

    @Test
    void somebodyElsesReplyAndOneAfterUnfollowingAreRefused() {
        var mia = desk.agent("Mia");
        var eve = desk.agent("Eve");
        var ticket = ticketThatFollows(mia);
        var address = replyTo(mia, ticket);
        assertThat(deliver("?spf=FAIL&dkim=FAIL", mime(eve.email(), address, "", "Hello")))
                .contains("REFUSED");
        mia.unfollow(ticket).is(200);
        assertThat(deliver("", mime(mia.email(), address, "", "Hello"))).contains("REFUSED");
        assertThat(deliver("", mime(mia.email(), "x" + address, "", "Hello"))).contains("UNKNOWN");
        assertThat(messages(ticket)).isEmpty();
    }

    @Test
    void machinesAreNotAnswered() {
        var mia = desk.agent("Mia");
        var ticket = ticketThatFollows(mia);
        var address = replyTo(mia, ticket);
        for (var header :
                List.of("Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <l>", "Return-Path: <>")) {
            assertThat(deliver("", mime(mia.email(), address, header + "\r\n", "Away")))
                    .contains("AUTOMATIC");
        }
        assertThat(messages(ticket)).isEmpty();
    }

    @Test
    void mailToAParticipantsAddressIsAsMuchAsTheyMayWrite() {
        var mia = desk.agent("Mia");
        var ticket = ticketThatFollows(mia);
        var path = "/v1/demo/conversations/" + ticket.uuid() + "/participants/";
        var uuid = desk.owner().api().get("/api/v1/agents/" + mia.id()).is(200).string("data", "uuid");
        var address = mia.api().get(path + uuid + "/email").is(200).string("emailAddress");

        assertThat(deliver("", mime("mia@phone.example", address, "", "As a follower")))
                .contains("POSTED");
        desk.assign(ticket, mia);
        assertThat(deliver("", mime("mia@phone.example", address, "", "As the assignee")))
                .contains("POSTED");
        assertThat(messages(ticket))
                .extracting(message -> message.get("type"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotForUsIsNotTaken() {
        desk.nobody()
                .send("POST", "/_local/mail", mime("a@b.example", "c@d.example", "", "Hello"))
                .is(400);
    }
}
