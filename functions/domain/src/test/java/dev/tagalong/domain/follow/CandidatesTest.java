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
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.people.WorkspaceSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private final Desk desk = new Desk();
    private final Candidates candidates =
            new Candidates(desk.store.records(), desk.store.roster(), desk.store.participants());

    private List<UserId> search(String search) {
        return ids(done(candidates.everybody(desk.as(BOB), search, 1, 100)).rows());
    }

    private List<UserId> of(ConversationId ticket) {
        return ids(done(candidates.of(desk.as(SAM), ticket, "", 1, 100)).rows());
    }

    private static List<UserId> ids(List<User> users) {
        return users.stream().map(User::id).toList();
    }

    private void named(int id, String first, String last, String email) {
        desk.add(new User(
                new UserId(id),
                new UUID(9, id),
                null,
                UserType.AGENT,
                Role.AGENT,
                new Person(first, last, email, null),
                Set.of(),
                true,
                NotificationSettings.DEFAULT));
    }

    @Test
    void strangersAndContactsPickNobody() {
        var ticket = desk.ticket(Assignment.NOBODY);
        desk.follows(ticket, LINDA);
        assertThat(refused(candidates.everybody(desk.as(new UserId(999)), "", 1, 10)))
                .isEqualTo(Refusal.Unauthenticated.class);
        assertThat(refused(candidates.everybody(desk.as(LINDA), "", 1, 10))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(candidates.of(desk.as(LINDA), ticket, "", 1, 10))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void aTokenThatMayReadNothingPicksNobody() {
        var narrow = new Caller(
                WORKSPACE,
                OLGA,
                Set.of(Scope.USERS_MANAGE),
                desk.clock.instant().plusSeconds(60));
        assertThat(refused(candidates.everybody(narrow, "", 1, 10))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(candidates.of(narrow, desk.supportTicket(), "", 1, 10)))
                .isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void aConversationThatOneDoesNotViewIsNotFound() {
        var ticket = desk.supportTicket();
        assertThat(refused(candidates.of(desk.as(ALICE), ticket, "", 1, 10))).isEqualTo(Refusal.NotFound.class);
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        assertThat(refused(candidates.of(desk.as(ALICE), ticket, "", 1, 10))).isEqualTo(Refusal.NotFound.class);
        var unknown = new ConversationId(new UUID(1, 1));
        assertThat(refused(candidates.of(desk.as(OLGA), unknown, "", 1, 10))).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void nothingSearchedForListsActiveAgentsByName() {
        desk.inactiveAgent(500);
        assertThat(search("")).containsExactly(ADA, ALICE, BOB, OLGA, SAM);
        assertThat(search("\u0301")).as("an accent alone").hasSize(5);
    }

    @Test
    void oneLetterOfNameAddressOrAWordOfEitherIsEnough() {
        named(60, "Élodie", "van Dam", "support.desk@north.example");
        var elodie = new UserId(60);
        assertThat(search("E")).contains(elodie);
        assertThat(search("élodie V")).containsExactly(elodie);
        assertThat(search("DAM")).containsExactly(elodie);
        assertThat(search("desk")).containsExactly(elodie);
        assertThat(search("north.ex")).containsExactly(elodie);
        assertThat(search("lodie")).isEmpty();
        assertThat(search("smi")).containsExactly(BOB);
    }

    @Test
    void aLongNameHidesNeitherTheAddressNorItsOwnEnd() {
        var words = "ab ".repeat(33).strip();
        named(60, words, "zz end", "hidden@north.example");
        assertThat(search("hidden")).containsExactly(new UserId(60));
        assertThat(search("end")).containsExactly(new UserId(60));
        assertThat(search(words + " zz e")).containsExactly(new UserId(60));
        assertThat(search(words + " zz f")).isEmpty();
    }

    @Test
    void somebodyWhoMatchesTwiceCountsOnce() {
        named(60, "Nora", "North", "nora@north.example");
        var found = done(candidates.everybody(desk.as(BOB), "nor", 1, 1));
        assertThat(ids(found.rows())).containsExactly(new UserId(60));
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.totalPages()).isEqualTo(1);
    }

    @Test
    void pagesGoOnWhereTheOneBeforeEnded() {
        var second = done(candidates.everybody(desk.as(BOB), "", 2, 2));
        assertThat(ids(second.rows())).containsExactly(BOB, OLGA);
        assertThat(second.total()).isEqualTo(5);
        assertThat(second.totalPages()).isEqualTo(3);
    }

    @Test
    void followersAndTheAssigneeAreNotAmongThem() {
        var ticket = desk.ticket(new Assignment(BOB, null));
        desk.follows(ticket, ALICE);
        assertThat(of(ticket)).containsExactly(ADA, OLGA, SAM);
    }

    @Test
    void theAssigneeIsWhereAssigneesMayFollow() {
        desk.settings(new WorkspaceSettings(100, true, true, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
        var ticket = desk.ticket(new Assignment(BOB, null));
        assertThat(of(ticket)).contains(BOB);
        desk.follows(ticket, BOB);
        assertThat(of(ticket)).doesNotContain(BOB);
    }

    @Test
    void whoEndedWithAccessNoneMayBePickedAgain() {
        var ticket = desk.supportTicket();
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        assertThat(of(ticket)).contains(ALICE);
    }
}
