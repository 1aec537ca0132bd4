package dev.tagalong.domain.conversation;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BILLING;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SUPPORT;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Page;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationListsTest {
    private static final ListFilter FOLLOWING =
            new ListFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true);

    private final Desk desk = new Desk();
    private final ConversationLists lists = new ConversationLists(desk.store.records(), desk.store.index());
    private final ConversationId unassigned = next("unassigned", Assignment.NOBODY);
    private final ConversationId support = next("support", new Assignment(null, SUPPORT));
    private final ConversationId billing = next("billing", new Assignment(null, BILLING));
    private final ConversationId alices = next("alices", new Assignment(ALICE, null));

    private ConversationId next(String subject, Assignment assignment) {
        desk.clock.advance(Duration.ofSeconds(1));
        return desk.ticket(subject, assignment);
    }

    private Page<ConversationView> page(UserId caller, ListFilter filter) {
        return done(lists.list(desk.as(caller), filter, 1, 10));
    }

    private List<ConversationId> list(UserId caller, ListFilter filter) {
        return page(caller, filter).rows().stream()
                .map(view -> view.conversation().id())
                .toList();
    }

    private static ListFilter assignees(UserId... users) {
        return new ListFilter(
                Set.of(users), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    @Test
    void aTokenWithoutTheScopeListsNothing() {
        var narrow = new Caller(WORKSPACE, SAM, Set.of(), desk.clock.instant().plusSeconds(60));
        assertThat(refused(lists.list(narrow, ListFilter.ALL, 1, 10))).isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void anAgentListsTheirOwnTheirTeamsAndNobodys() {
        assertThat(list(BOB, ListFilter.ALL)).containsExactly(support, unassigned);
        assertThat(list(ALICE, ListFilter.ALL)).containsExactly(alices, billing, unassigned);
    }

    @Test
    void aSupervisorListsEverythingNewestActivityFirst() {
        assertThat(list(SAM, ListFilter.ALL)).containsExactly(alices, billing, support, unassigned);
    }

    @Test
    void whatIsFollowedIsListedToo() {
        desk.follows(billing, BOB);
        assertThat(list(BOB, ListFilter.ALL)).containsExactly(billing, support, unassigned);
    }

    @Test
    void withoutTheSwitchAFollowListsNothing() {
        desk.follows(billing, BOB);
        desk.settings(new WorkspaceSettings(100, false, false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
        assertThat(list(BOB, ListFilter.ALL)).containsExactly(support, unassigned);
        assertThat(list(BOB, FOLLOWING)).isEmpty();
    }

    @Test
    void followingListsOnlyWhatIFollowNow() {
        desk.follows(billing, BOB);
        desk.follows(support, BOB);
        desk.member(unassigned, BOB, FollowAccess.NONE, Notify.ALL);
        assertThat(list(BOB, FOLLOWING)).containsExactly(billing, support);
    }

    @Test
    void followingAndAnotherFilterMustBothHold() {
        desk.follows(alices, BOB);
        desk.follows(support, BOB);
        var both = new ListFilter(
                Set.of(ALICE), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true);
        assertThat(list(BOB, both)).containsExactly(alices);
    }

    @Test
    void anEndedMembershipStaysInTheirOwnList() {
        desk.member(support, LINDA, FollowAccess.NONE, Notify.ALL);
        desk.member(billing, LINDA, FollowAccess.READ, Notify.ALL);
        assertThat(list(LINDA, ListFilter.ALL)).containsExactly(billing, support);
        assertThat(list(LINDA, FOLLOWING)).containsExactly(billing);
    }

    private void closes(ConversationId id) {
        desk.clock.advance(Duration.ofSeconds(1));
        var before = desk.ticket(id);
        var closed = new State("secret", Status.CLOSED, Priority.URGENT, new TreeSet<>(Set.of("secret")));
        desk.commit(new Write.UpdateConversation(
                before, before.with(closed, new Assignment(SAM, null), desk.clock.instant())));
    }

    private static ListFilter statuses(Status... statuses) {
        return new ListFilter(
                Set.of(), Set.of(statuses), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    @Test
    void whoseAccessHasEndedListsItAsItWas() {
        for (var user : List.of(LINDA, BOB)) {
            var id = next("once shared", new Assignment(null, BILLING));
            desk.member(id, user, FollowAccess.NONE, Notify.ALL);
            var was = desk.ticket(id);
            closes(id);

            assertThat(list(user, statuses(Status.CLOSED))).isEmpty();
            assertThat(list(user, assignees(SAM))).isEmpty();
            var shown = page(user, statuses(Status.OPEN)).rows().getFirst().conversation();
            assertThat(shown.id()).isEqualTo(id);
            assertThat(shown.state()).isEqualTo(was.state());
            assertThat(shown.assignment()).isEqualTo(was.assignment());
            assertThat(shown.lastActivityAt()).isEqualTo(was.lastActivityAt());
            assertThat(list(SAM, statuses(Status.CLOSED))).contains(id);
        }
    }

    @Test
    void whoseAccessHasEndedAndWhoSeesItByRoleListsItAsItIs() {
        desk.member(support, BOB, FollowAccess.NONE, Notify.ALL);
        var before = desk.ticket(support);
        var closed = new State("closed", Status.CLOSED, Priority.LOW, new TreeSet<>());
        desk.commit(
                new Write.UpdateConversation(before, before.with(closed, before.assignment(), desk.clock.instant())));

        assertThat(list(BOB, statuses(Status.CLOSED))).containsExactly(support);
        assertThat(list(BOB, statuses(Status.OPEN))).containsExactly(unassigned);
    }

    @Test
    void aContactListsNothingThatTheyAreNoMemberOf() {
        assertThat(list(LINDA, ListFilter.ALL)).isEmpty();
    }

    @Test
    void filtersMatchTheAssignee() {
        assertThat(list(SAM, assignees(ALICE))).containsExactly(alices);
        assertThat(list(SAM, assignees(BOB))).isEmpty();
        assertThat(list(SAM, assignees(BOB, ALICE))).containsExactly(alices);
    }

    @Test
    void everyFilterCanExclude() {
        var none = List.of(
                new ListFilter(
                        Set.of(),
                        Set.of(Status.CLOSED),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        false),
                new ListFilter(
                        Set.of(),
                        Set.of(),
                        Set.of(Priority.LOW),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        false),
                new ListFilter(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(Channel.CHAT),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        false),
                new ListFilter(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(new InboxId(9)),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        false),
                new ListFilter(
                        Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(BOB), Set.of(), false),
                new ListFilter(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(new DepartmentId(new UUID(0, 1))),
                        Set.of(),
                        Set.of(),
                        false),
                new ListFilter(
                        Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of("vip"), false));
        assertThat(none).allSatisfy(filter -> assertThat(list(SAM, filter)).isEmpty());
    }

    @Test
    void aListShowsWhoWorksOnItAndItsDepartment() {
        var sales = new Department(new DepartmentId(new UUID(0x4000, 0x8000000000000001L)), "Sales");
        desk.commit(new Write.CreateDepartment(sales));
        var plain = Desk.conversation(900, "of sales", new Assignment(ALICE, null), desk.clock.instant());
        var origin = new Origin(LINDA, Channel.CHAT, Source.WIDGET, new InboxId(9), sales.id());
        var made = new Conversation(
                plain.id(),
                900,
                null,
                plain.state(),
                plain.assignment(),
                origin,
                plain.createdAt(),
                plain.lastActivityAt(),
                0,
                plain.messages(),
                1);
        desk.commit(new Write.CreateConversation(made));
        var ofSales = new ListFilter(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(new InboxId(9)),
                Set.of(sales.id()),
                Set.of(LINDA),
                Set.of(),
                false);

        var rows = page(SAM, ofSales).rows();

        assertThat(rows).extracting(ConversationView::department).containsExactly(sales);
        assertThat(Objects.requireNonNull(rows.getFirst().assignee()).id()).isEqualTo(ALICE);
        assertThat(Objects.requireNonNull(rows.getFirst().customer()).id()).isEqualTo(LINDA);
    }

    @Test
    void totalsAreExactOnEveryPage() {
        var second = done(lists.list(desk.as(SAM), ListFilter.ALL, 2, 3));
        assertThat(second.total()).isEqualTo(4);
        assertThat(second.totalPages()).isEqualTo(2);
        assertThat(second.rows()).hasSize(1);
        var beyond = done(lists.list(desk.as(SAM), ListFilter.ALL, 1_000_000_000, 100));
        assertThat(beyond.rows()).isEmpty();
        assertThat(beyond.total()).isEqualTo(4);
    }

    @Test
    void anIndexThatLagsShowsNobodyWhatTheyMayNoLongerSee() {
        desk.store.freezeIndex(WORKSPACE);
        desk.assign(support, new Assignment(null, BILLING));
        assertThat(list(BOB, ListFilter.ALL)).containsExactly(unassigned);
    }

    @Test
    void anIndexThatLagsListsNothingTwice() {
        desk.member(unassigned, BOB, FollowAccess.NONE, Notify.ALL);
        desk.store.freezeIndex(WORKSPACE);
        desk.assign(unassigned, new Assignment(SAM, null));
        assertThat(list(BOB, ListFilter.ALL)).containsExactlyInAnyOrder(support, unassigned);
    }

    @Test
    void anIndexThatLagsShowsNothingThatNoLongerMatches() {
        var open = new ListFilter(
                Set.of(), Set.of(Status.OPEN), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
        desk.store.freezeIndex(WORKSPACE);
        var before = desk.ticket(support);
        var closed = ConversationEdit.NOTHING.withStatus(Status.CLOSED).apply(before.state());
        desk.commit(
                new Write.UpdateConversation(before, before.with(closed, before.assignment(), desk.clock.instant())));
        assertThat(list(SAM, open)).containsExactly(alices, billing, unassigned);
        assertThat(list(SAM, ListFilter.ALL)).containsExactly(alices, billing, support, unassigned);
    }
}
