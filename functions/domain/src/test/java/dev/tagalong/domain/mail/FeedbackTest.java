package dev.tagalong.domain.mail;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.MailTrouble;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Write;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    private final Desk desk = new Desk();
    private final Feedback feedback = new Feedback(desk.store.records(), desk.store.ledger());

    private boolean record(UserId user, String address, MailTrouble trouble) {
        return done(feedback.record(WORKSPACE, user, Set.of(address), trouble));
    }

    private void isNowAt(UserId user, String email) {
        var before = desk.user(user);
        var person = new Person(before.person().firstName(), before.person().lastName(), email, null);
        desk.commit(
                new Write.UpdateUser(before, before.with(person, before.externalId(), before.role(), before.active())));
    }

    @Test
    void whatIsNotTheirAddressSaysNothingOfThem() {
        assertThat(record(ALICE, "bob@example.com", MailTrouble.BOUNCED)).isFalse();
        assertThat(record(new UserId(4711), "alice@example.com", MailTrouble.BOUNCED))
                .isFalse();
        assertThat(desk.user(ALICE).mailTrouble()).isNull();
    }

    @Test
    void itIsKeptOfThemAloneWhateverTheCaseOfTheAddress() {
        assertThat(record(ALICE, "Alice@Example.com", MailTrouble.BOUNCED)).isTrue();
        assertThat(desk.user(ALICE).mailTrouble()).isEqualTo(MailTrouble.BOUNCED);
        assertThat(desk.user(BOB).mailTrouble()).isNull();
    }

    @Test
    void itIsKeptInWhicheverFormTheDomainComes() {
        isNowAt(ALICE, "alice@bücher.example");
        assertThat(record(ALICE, "alice@xn--bcher-kva.example", MailTrouble.BOUNCED))
                .isTrue();
        isNowAt(ALICE, "alice@xn--bcher-kva.example");
        assertThat(desk.user(ALICE).mailTrouble()).isEqualTo(MailTrouble.BOUNCED);
        assertThat(record(ALICE, "alice@bücher.example", MailTrouble.COMPLAINED))
                .isTrue();
    }

    @Test
    void aComplaintOutweighsABounceInEitherOrder() {
        record(ALICE, "alice@example.com", MailTrouble.BOUNCED);
        record(ALICE, "alice@example.com", MailTrouble.COMPLAINED);
        record(ALICE, "alice@example.com", MailTrouble.BOUNCED);
        assertThat(desk.user(ALICE).mailTrouble()).isEqualTo(MailTrouble.COMPLAINED);
    }

    @Test
    void anotherAddressClearsItAndTheSameInAnotherCaseDoesNot() {
        record(ALICE, "alice@example.com", MailTrouble.BOUNCED);
        isNowAt(ALICE, "ALICE@example.com");
        assertThat(desk.user(ALICE).mailTrouble()).isEqualTo(MailTrouble.BOUNCED);
        isNowAt(ALICE, "alice@elsewhere.example");
        assertThat(desk.user(ALICE)).extracting(User::mailTrouble).isNull();
    }

    @Test
    void anAddressThatIsReplacedMeanwhileIsNotHeldAgainstTheNewOne() {
        desk.store.faults().beforeNextCommit(() -> isNowAt(ALICE, "alice@elsewhere.example"));
        assertThat(record(ALICE, "alice@example.com", MailTrouble.BOUNCED)).isFalse();
        assertThat(desk.user(ALICE).mailTrouble()).isNull();
    }

    @Test
    void whatIsBusyIsSaidToBe() {
        desk.store.faults().staleCommits(100);
        var outcome = feedback.record(WORKSPACE, ALICE, Set.of("alice@example.com"), MailTrouble.BOUNCED);
        assertThat(Desk.refused(outcome)).isEqualTo(Refusal.Busy.class);
    }
}
