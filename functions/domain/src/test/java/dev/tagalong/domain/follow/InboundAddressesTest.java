package dev.tagalong.domain.follow;

import static dev.tagalong.domain.memory.Desk.ADA;
import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.OLGA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundAddressesTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Seats seats = new Seats(desk.store.index(), desk.store.directory(), desk.store.records());
    private final Memberships memberships = new Memberships(desk.store.records(), desk.store.ledger(), seats, desk.ids);
    private final InboundAddresses addresses = at("Mail.Example");

    private InboundAddresses at(String domain) {
        return new InboundAddresses(
                desk.store.records(), desk.store.ledger(), desk.store.addresses(), seats, desk.ids, domain);
    }

    private Seat seat(UserId user) {
        return new Seat(ticket.toString(), desk.user(user).uuid().toString());
    }

    private Outcome<String> ask(UserId caller, UserId target) {
        return addresses.of(desk.as(caller), seat(target));
    }

    private void leave(UserId user) {
        done(memberships.leave(desk.as(user), seat(user), null, desk.clock.instant()));
        desk.clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void nobodyElseButAnAdminSeesAnAddress() {
        desk.follows(ticket, ALICE);
        desk.follows(ticket, LINDA);
        assertThat(refused(ask(SAM, ALICE))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(ask(LINDA, ALICE))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(ask(ALICE, LINDA))).isEqualTo(Refusal.Forbidden.class);
        assertThat(done(ask(ADA, ALICE))).isEqualTo(done(ask(ALICE, ALICE)));
        assertThat(done(ask(ADA, LINDA))).isEqualTo(done(ask(LINDA, LINDA)));
    }

    @Test
    void anAdminSeesNoOwnersAddressAndTheOwnerEverybodys() {
        desk.follows(ticket, OLGA);
        desk.follows(ticket, ADA);
        assertThat(refused(ask(ADA, OLGA))).isEqualTo(Refusal.Forbidden.class);
        assertThat(done(ask(OLGA, ADA))).isEqualTo(done(ask(ADA, ADA)));
    }

    @Test
    void whoDoesNotSeeTheConversationIsToldThatThereIsNone() {
        desk.follows(ticket, BOB);
        assertThat(ask(ALICE, BOB)).isEqualTo(Outcome.refused(new Refusal.NotFound("conversation")));
    }

    @Test
    void onlyParticipantsHaveOne() {
        var nobody = new Seat(ticket.toString(), "nobody");
        assertThat(ask(BOB, BOB)).isEqualTo(Outcome.refused(new Refusal.NotFound("participant")));
        assertThat(addresses.of(desk.as(ADA), nobody)).isEqualTo(Outcome.refused(new Refusal.NotFound("user")));
        assertThat(refused(addresses.of(desk.as(SAM), nobody)))
                .as("whether there is such a user")
                .isEqualTo(Refusal.Forbidden.class);
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        assertThat(ask(ALICE, ALICE)).isEqualTo(Outcome.refused(new Refusal.NotFound("participant")));
    }

    @Test
    void aTokenThatMayOnlyReadGetsNone() {
        desk.follows(ticket, BOB);
        var reader = new Caller(
                WORKSPACE,
                BOB,
                Set.of(Scope.CONVERSATIONS_READ),
                desk.clock.instant().plusSeconds(60));
        assertThat(refused(addresses.of(reader, seat(BOB)))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void itIsTheSameWheneverAskedAndAnotherForEverybodyAndEveryConversation() {
        desk.follows(ticket, BOB);
        desk.follows(ticket, ALICE);
        var other = desk.supportTicket();
        desk.follows(other, BOB);
        var first = done(ask(BOB, BOB));
        desk.clock.advance(Duration.ofDays(400));
        assertThat(done(ask(BOB, BOB))).isEqualTo(first).matches("[0-9a-v]{26}\\.demo@mail\\.example");
        var elsewhere = new Seat(other.toString(), desk.user(BOB).uuid().toString());
        assertThat(Set.of(first, done(ask(ALICE, ALICE)), done(addresses.of(desk.as(BOB), elsewhere))))
                .hasSize(3);
    }

    @Test
    void itNamesTheAuthorInEitherCase() {
        desk.follows(ticket, ALICE);
        var author = new InboundAddresses.Author(WORKSPACE, new MembershipKey(ticket, ALICE));
        var address = done(ask(ALICE, ALICE));
        assertThat(addresses.author(address)).contains(author);
        assertThat(addresses.author(address.toUpperCase(Locale.ROOT))).contains(author);
    }

    @Test
    void itStaysWhileTheTermsChangeAndWhileParked() {
        desk.follows(ticket, ALICE);
        var address = done(ask(ALICE, ALICE));
        var read = new TermsChange(FollowAccess.READ, Notify.NOTHING);
        done(memberships.change(desk.as(ALICE), seat(ALICE), read, null, desk.clock.instant()));
        desk.assign(ticket, new Assignment(ALICE, null));
        assertThat(done(ask(ALICE, ALICE))).isEqualTo(address);
        assertThat(addresses.author(address)).isPresent();
    }

    @Test
    void leavingRevokesItForGood() {
        desk.follows(ticket, ALICE);
        var old = done(ask(ALICE, ALICE));
        leave(ALICE);
        assertThat(addresses.author(old)).isEmpty();
        assertThat(refused(ask(ADA, ALICE))).isEqualTo(Refusal.NotFound.class);
        desk.follows(ticket, ALICE);
        var fresh = done(ask(ALICE, ALICE));
        assertThat(fresh).isNotEqualTo(old);
        assertThat(addresses.author(old)).isEmpty();
        assertThat(addresses.author(fresh)).isPresent();
    }

    @Test
    void comingBackWithoutAskingDoesNotBringTheOldOneBack() {
        desk.follows(ticket, ALICE);
        var old = done(ask(ALICE, ALICE));
        leave(ALICE);
        desk.follows(ticket, ALICE);
        assertThat(addresses.author(old)).isEmpty();
    }

    @Test
    void accessNoneRevokesItToo() {
        desk.follows(ticket, ALICE);
        var old = done(ask(ALICE, ALICE));
        desk.clock.advance(Duration.ofSeconds(1));
        var now = desk.clock.instant();
        var none = new TermsChange(FollowAccess.NONE, null);
        done(memberships.change(desk.as(SAM), seat(ALICE), none, null, now));
        assertThat(addresses.author(old)).isEmpty();
        done(memberships.change(desk.as(SAM), seat(ALICE), new TermsChange(FollowAccess.READ, null), null, now));
        assertThat(addresses.author(old)).isEmpty();
    }

    @Test
    void ofTwoWhoAskAtOnceBothGetTheOneThatIsStored() {
        desk.follows(ticket, ALICE);
        var first = new String[1];
        desk.store.faults().beforeNextCommit(() -> first[0] = done(ask(ADA, ALICE)));
        assertThat(done(ask(ALICE, ALICE))).isEqualTo(first[0]);
    }

    @Test
    void anotherWorkspacesOrDomainsAddressIsNobodys() {
        desk.follows(ticket, ALICE);
        var address = done(ask(ALICE, ALICE));
        assertThat(addresses.author(address.replace(".demo@", ".other@"))).isEmpty();
        assertThat(addresses.author(address.replace("@mail.", "@evil."))).isEmpty();
        assertThat(at("mail.example").author(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "00000000000000000000000000.demo@mail.example",
                "00000000000000000000000000.-@mail.example",
                "00000000000000000000000000@mail.example",
                "zzzzzzzzzzzzzzzzzzzzzzzzzz.demo@mail.example",
                "00000000000000000000000000.demo@mail.example\n"
            })
    void whatWasNeverGivenIsNobodys(String address) {
        assertThat(addresses.author(address)).isEmpty();
    }

    @Test
    void itsTextFormTellsNothing() {
        var token = "0123456789abcdefghijklmnop";
        var address = new ParticipantAddress(new MembershipKey(ticket, ALICE), token, desk.clock.instant());
        assertThat(address.toString()).doesNotContain(token);
    }
}
