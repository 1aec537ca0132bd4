package dev.tagalong.domain.mail;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.InboundAddresses;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.follow.Seat;
import dev.tagalong.domain.follow.Seats;
import dev.tagalong.domain.mail.Reception.Result;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageLog.Audience;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceptionTest {
    private static final Arrival.Verdicts PASS = new Arrival.Verdicts("FAIL", "GRAY", "PASS", "PASS", "PASS");

    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final InboundAddresses addresses = new InboundAddresses(
            desk.store.records(),
            desk.store.ledger(),
            desk.store.addresses(),
            new Seats(desk.store.index(), desk.store.directory(), desk.store.records()),
            desk.ids,
            "mail.example");

    private Result receive(String recipient, @Nullable ReceivedMail mail, String sender, Arrival.Verdicts verdicts) {
        var reception = new Reception(
                desk.store.records(),
                id -> Optional.ofNullable(mail),
                new Reception.Doors(desk.store.mailTokens(), addresses, "Mail.Example"),
                new Posting(desk.store.records(), desk.store.ledger(), desk.store.messages(), desk.ids));
        var arrival = new Arrival("ses-1", sender, List.of(recipient), verdicts);
        return reception.receive(arrival, desk.clock.instant()).getFirst();
    }

    private Result receive(String recipient, ReceivedMail mail) {
        return receive(recipient, mail, "somebody@example.com", PASS);
    }

    private static ReceivedMail mail(String from, String text) {
        return new ReceivedMail("<1@example.com>", List.of(from), false, text, 0, false);
    }

    private String replyTo(UserId user) {
        return new TokenIssue(desk.store.mailTokens(), desk.ids)
                        .of(new MailKey(WORKSPACE, user, ticket), Reason.FOLLOWER)
                        .inAddress()
                + "@mail.example";
    }

    private String inbound(UserId user) {
        var seat = new Seat(ticket.toString(), desk.user(user).uuid().toString());
        return done(addresses.of(desk.as(user), seat));
    }

    private List<Message> messages() {
        return desk.store
                .messages()
                .page(WORKSPACE, ticket, new Audience(true, null, 0), 1, 100)
                .rows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FAIL", "GRAY", "PROCESSING_FAILED", "pass"})
    void everyVerdictThatCountsMustPass(String verdict) {
        desk.follows(ticket, ALICE);
        for (var bad : List.of(
                new Arrival.Verdicts("PASS", "PASS", verdict, "PASS", "PASS"),
                new Arrival.Verdicts("PASS", "PASS", "PASS", verdict, "PASS"),
                new Arrival.Verdicts("PASS", "PASS", "PASS", "PASS", verdict))) {
            assertThat(receive(replyTo(ALICE), mail("alice@example.com", "hi"), "alice@example.com", bad))
                    .isEqualTo(Result.UNTRUSTED);
        }
        assertThat(messages()).isEmpty();
    }

    @Test
    void whatMachinesSendIsDropped() {
        desk.follows(ticket, ALICE);
        var automatic = new ReceivedMail(null, List.of("alice@example.com"), true, "away", 0, false);
        assertThat(receive(replyTo(ALICE), automatic)).isEqualTo(Result.AUTOMATIC);
        assertThat(receive(replyTo(ALICE), mail("alice@example.com", "hi"), "", PASS))
                .isEqualTo(Result.AUTOMATIC);
        for (var machine : List.of("MAILER-DAEMON@x.example", "postmaster@x.example", "notifications@mail.example")) {
            assertThat(receive(replyTo(ALICE), mail(machine, "hi"))).isEqualTo(Result.AUTOMATIC);
        }
    }

    @Test
    void anUnknownAddressIsNobodys() {
        desk.follows(ticket, ALICE);
        var address = replyTo(ALICE);
        for (var other :
                List.of("x" + address, address.replace("_demo", "_other"), address.replace("mail.", "evil."))) {
            assertThat(receive(other, mail("alice@example.com", "hi"))).isEqualTo(Result.UNKNOWN);
        }
        assertThat(receive(address, null, "a@b.example", PASS)).isEqualTo(Result.UNREADABLE);
    }

    @Test
    void aReplyIsANoteOfItsWriterEvenIfTheyMayReplyToTheCustomer() {
        assertThat(receive(replyTo(SAM).toUpperCase(Locale.ROOT), mail("Sam@example.com", "Yes\n\n> old")))
                .isEqualTo(Result.POSTED);
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.type()).isEqualTo(MessageType.NOTE);
            assertThat(message.author()).isEqualTo(SAM);
            assertThat(message.content()).isEqualTo("Yes");
        });
    }

    @Test
    void aReplyOfSomebodyElseOrOfSeveralIsRefused() {
        desk.follows(ticket, ALICE);
        assertThat(receive(replyTo(ALICE), mail("bob@example.com", "hi"))).isEqualTo(Result.REFUSED);
        var two = new ReceivedMail("<2>", List.of("alice@example.com", "bob@example.com"), false, "hi", 0, false);
        assertThat(receive(replyTo(ALICE), two)).isEqualTo(Result.REFUSED);
        assertThat(messages()).isEmpty();
    }

    @Test
    void aContactsReplyIsTheirOwnMessageAndNoNote() {
        desk.follows(ticket, LINDA);
        assertThat(receive(replyTo(LINDA), mail("linda@example.com", "It works\n\n> old")))
                .isEqualTo(Result.POSTED);
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.type()).isEqualTo(MessageType.INCOMING);
            assertThat(message.author()).isEqualTo(LINDA);
            assertThat(message.content()).isEqualTo("It works");
        });
    }

    @Test
    void aContactsReplyFromElsewhereIsRefused() {
        desk.follows(ticket, LINDA);
        assertThat(receive(replyTo(LINDA), mail("bob@example.com", "hi"))).isEqualTo(Result.REFUSED);
        assertThat(messages()).isEmpty();
    }

    @Test
    void whoMayNotWriteNowIsRefused() {
        assertThat(receive(replyTo(ALICE), mail("alice@example.com", "hi"))).isEqualTo(Result.REFUSED);
        desk.member(ticket, ALICE, FollowAccess.READ, Notify.ALL);
        assertThat(receive(replyTo(ALICE), mail("alice@example.com", "hi"))).isEqualTo(Result.REFUSED);
        assertThat(receive(replyTo(LINDA), mail("linda@example.com", "hi"))).isEqualTo(Result.REFUSED);
        desk.member(ticket, LINDA, FollowAccess.READ, Notify.ALL);
        assertThat(receive(replyTo(LINDA), mail("linda@example.com", "hi"))).isEqualTo(Result.REFUSED);
        assertThat(messages()).isEmpty();
    }

    @Test
    void theSameMailIsOneMessage() {
        desk.follows(ticket, ALICE);
        var mail = mail("alice@example.com", "hi");
        assertThat(receive(replyTo(ALICE), mail)).isEqualTo(Result.POSTED);
        assertThat(receive(replyTo(ALICE), mail)).isEqualTo(Result.REPEATED);
        assertThat(receive(inbound(ALICE), mail)).isEqualTo(Result.REPEATED);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void whatIsLostOnTheWayComesAgain() {
        desk.follows(ticket, ALICE);
        var address = replyTo(ALICE);
        desk.store.faults().staleCommits(100);
        assertThatIllegalStateException().isThrownBy(() -> receive(address, mail("alice@example.com", "hi")));
        desk.store.faults().staleCommits(0);
        assertThat(receive(address, mail("alice@example.com", "hi"))).isEqualTo(Result.POSTED);
    }

    @Test
    void mailToAParticipantIsAsMuchAsTheyMayWrite() {
        desk.follows(ticket, ALICE);
        desk.follows(ticket, SAM);
        desk.follows(ticket, LINDA);
        for (var user : List.of(ALICE, SAM, LINDA)) {
            assertThat(receive(inbound(user), mail("anywhere@phone.example", "hi")))
                    .isEqualTo(Result.POSTED);
        }
        assertThat(messages())
                .extracting(Message::type)
                .containsExactlyInAnyOrder(MessageType.NOTE, MessageType.OUTGOING, MessageType.INCOMING);
    }

    @Test
    void whatIsLeftOutIsSaid() {
        desk.follows(ticket, ALICE);
        var from = List.of("alice@example.com");
        assertThat(receive(replyTo(ALICE), new ReceivedMail("<1>", from, false, "see", 2, false)))
                .isEqualTo(Result.POSTED);
        assertThat(receive(replyTo(ALICE), new ReceivedMail("<2>", from, false, "x".repeat(200_000), 0, false)))
                .isEqualTo(Result.POSTED);
        assertThat(receive(replyTo(ALICE), new ReceivedMail("<3>", from, false, " \n> old", 0, false)))
                .isEqualTo(Result.EMPTY);
        assertThat(receive(replyTo(ALICE), new ReceivedMail("<4>", from, false, "so far", 0, true)))
                .isEqualTo(Result.POSTED);
        assertThat(messages().get(0).content()).isEqualTo("see\n\n[2 attachments were not kept.]");
        assertThat(messages().get(1).content())
                .endsWith("[The mail was longer.]")
                .hasSizeLessThan(51_000);
        assertThat(messages().get(2).content()).isEqualTo("so far\n\n[The mail was longer.]");
    }
}
