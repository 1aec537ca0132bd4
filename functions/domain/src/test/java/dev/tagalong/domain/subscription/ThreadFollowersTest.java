package dev.tagalong.domain.subscription;

import static dev.tagalong.domain.memory.Desk.ADA;
import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
import static dev.tagalong.domain.memory.Desk.OLGA;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SYSTEM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Channel;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.conversation.Origin;
import dev.tagalong.domain.conversation.Source;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.UserType;
import dev.tagalong.domain.store.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadFollowersTest {
    private static final Topic NOTE = topic(ThreadType.INTERNAL, ThreadEvent.INTERNAL_NOTE);
    private static final Topic STATUS = topic(ThreadType.INTERNAL, ThreadEvent.STATUS);
    private static final Topic REPLY = topic(ThreadType.EXTERNAL, ThreadEvent.REPLY);
    private static final Set<Topic> NONE = Set.of();

    private final Desk desk = new Desk();
    private final DepartmentId care = new DepartmentId(new UUID(0x4000, 0x8000000000000005L));
    private final ThreadName name = new ThreadName(care, uuid(LINDA));
    private final ThreadKey thread = new ThreadKey(care, LINDA);
    private final ThreadFollowers followers = new ThreadFollowers(
            desk.store.records(),
            desk.store.ledger(),
            desk.store.directory(),
            desk.store.index(),
            desk.store.subscriptions(),
            desk.ids);
    private int tickets = 300;

    ThreadFollowersTest() {
        desk.commit(new Write.CreateDepartment(new Department(care, "Customer care")));
    }

    private static Topic topic(ThreadType type, ThreadEvent event) {
        return new Topic(type, ThreadCategory.MANUAL, event);
    }

    private static UUID uuid(UserId user) {
        return new UUID(0x4000, 0x8000000000000000L | user.value());
    }

    private static SubscriptionEntry.Wish wish(
            UserId user, Set<Topic> added, Set<Topic> revoked, @Nullable Set<Topic> events) {
        var type = user.equals(LINDA) ? UserType.CONTACT : UserType.AGENT;
        return new SubscriptionEntry.Wish("userEvents[0]", uuid(user), type, added, revoked, events);
    }

    private static SubscriptionEntry adding(UserId user, Topic... topics) {
        return wish(user, Set.of(topics), NONE, null);
    }

    private static SubscriptionEntry replacing(UserId user, Topic... topics) {
        return wish(user, NONE, NONE, Set.of(topics));
    }

    private Outcome<Report> apply(UserId caller, SubscriptionEntry... entries) {
        return followers.apply(desk.as(caller), name, List.of(entries));
    }

    private Report adaApplies(SubscriptionEntry... entries) {
        return done(apply(ADA, entries));
    }

    private static List<Fault.Code> faults(Report report) {
        return report.faults().stream().map(Fault::code).toList();
    }

    private static List<Warning.Code> warnings(Report report) {
        return report.warnings().stream().map(Warning::code).toList();
    }

    private Set<Topic> topics(UserId user) {
        return desk.store
                .subscriptions()
                .find(WORKSPACE, thread, user)
                .map(Subscription::topics)
                .orElse(NONE);
    }

    private void ticket(Assignment assignment) {
        var plain = Desk.conversation(++tickets, "Question", assignment, desk.clock.instant());
        desk.commit(new Write.CreateConversation(new Conversation(
                plain.id(),
                plain.reference(),
                null,
                plain.state(),
                assignment,
                new Origin(LINDA, Channel.EMAIL, Source.EMAIL, null, care),
                plain.createdAt(),
                plain.lastActivityAt(),
                0,
                plain.messages(),
                1)));
        desk.follows(plain.id(), SAM);
    }

    /** A letter is a topic: n(ote), s(tatus), r(eply); a minus is nothing given, a zero is given and empty. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # before, added, revoked, events, after, warned
            0,        n,     0,       -,      n,     false
            ns,       r,     n,       -,      sr,    false
            n,        n,     0,       -,      n,     false
            n,        0,     n,       -,      0,     false
            0,        0,     n,       -,      0,     false
            n,        s,     s,       -,      n,     false
            n,        0,     0,       -,      n,     false
            n,        0,     0,       s,      s,     false
            ns,       0,     0,       0,      0,     false
            0,        0,     0,       nsr,    nsr,   false
            0,        n,     n,       n,      0,     true
            n,        s,     0,       ns,     ns,    false
            n,        s,     0,       s,      ns,    true
            ns,       0,     s,       n,      n,     false
            ns,       0,     s,       0,      n,     true
            """)
    void whatComesOfAnEntry(String before, String added, String revoked, String events, String after, boolean warned) {
        adaApplies(replacing(SAM, topics(before).toArray(Topic[]::new)));
        var report = adaApplies(wish(SAM, topics(added), topics(revoked), events.equals("-") ? null : topics(events)));

        assertThat(report.faults()).isEmpty();
        assertThat(topics(SAM)).isEqualTo(topics(after));
        assertThat(warnings(report)).isEqualTo(warned ? List.of(Warning.Code.EVENTS_IGNORED) : List.of());
    }

    private static Set<Topic> topics(String letters) {
        var all = new HashSet<Topic>();
        if (letters.contains("n")) {
            all.add(NOTE);
        }
        if (letters.contains("s")) {
            all.add(STATUS);
        }
        if (letters.contains("r")) {
            all.add(REPLY);
        }
        return all;
    }

    @Test
    void oneBadEntryStopsNoOther() {
        var unreadable = new SubscriptionEntry.Unreadable("userEvents[1]", Fault.Code.UNKNOWN_EVENT, "no such event");
        var report = adaApplies(adding(SAM, NOTE), unreadable, adding(new UserId(999), NOTE), adding(BOB, NOTE));

        assertThat(faults(report)).containsExactly(Fault.Code.UNKNOWN_EVENT, Fault.Code.USER_NOT_FOUND);
        assertThat(report.faults().getFirst().description()).isEqualTo("userEvents[1]: no such event");
        assertThat(report.faults().stream().map(Fault::id)).doesNotHaveDuplicates();
        assertThat(topics(SAM)).containsExactly(NOTE);
        assertThat(topics(BOB)).containsExactly(NOTE);
    }

    @Test
    void anEntryIsAppliedWholeOrNotAtAll() {
        var external = topic(ThreadType.EXTERNAL, ThreadEvent.STATUS);

        assertThat(faults(adaApplies(adding(SAM, NOTE, external)))).containsExactly(Fault.Code.NOT_EXTERNAL);
        assertThat(topics(SAM)).isEmpty();
    }

    @Test
    void theSameUserTwiceIsTakenInOrder() {
        adaApplies(adding(SAM, NOTE, STATUS), wish(SAM, NONE, Set.of(NOTE), null), adding(SAM, REPLY));

        assertThat(topics(SAM)).containsExactlyInAnyOrder(STATUS, REPLY);
    }

    @Test
    void internalNeverReachesContacts() {
        for (var internal : List.of(
                adding(LINDA, REPLY, NOTE),
                adding(LINDA, topic(ThreadType.INTERNAL, ThreadEvent.REPLY)),
                replacing(LINDA, STATUS))) {
            assertThat(faults(adaApplies(internal))).containsExactly(Fault.Code.NOT_FOR_CONTACTS);
        }
        assertThat(topics(LINDA)).isEmpty();
        assertThat(adaApplies(adding(LINDA, REPLY)).faults()).isEmpty();
        assertThat(topics(LINDA)).containsExactly(REPLY);
    }

    @Test
    void whoIsSaidToBeOfAnotherTypeIsAFault() {
        var agent = new SubscriptionEntry.Wish("x", uuid(BOB), UserType.CONTACT, Set.of(REPLY), NONE, null);
        var contact = new SubscriptionEntry.Wish("x", uuid(LINDA), UserType.AGENT, Set.of(REPLY), NONE, null);

        assertThat(faults(adaApplies(agent, contact)))
                .containsExactly(Fault.Code.USER_TYPE_MISMATCH, Fault.Code.USER_TYPE_MISMATCH);
    }

    @Test
    void theSystemUserIsNobody() {
        assertThat(faults(adaApplies(adding(SYSTEM, NOTE)))).containsExactly(Fault.Code.USER_NOT_FOUND);
    }

    @Test
    void anAgentChangesAndSeesOnlyTheirOwn() {
        adaApplies(adding(SAM, NOTE));
        var report = done(apply(BOB, adding(BOB, NOTE), adding(SAM, STATUS), adding(new UserId(999), NOTE)));

        assertThat(faults(report)).containsExactly(Fault.Code.FORBIDDEN, Fault.Code.FORBIDDEN);
        assertThat(topics(BOB)).containsExactly(NOTE);
        assertThat(topics(SAM)).containsExactly(NOTE);
        assertThat(subscribers(BOB)).containsExactly(BOB);
        assertThat(subscribers(SAM)).containsExactly(SAM, BOB);
        assertThat(subscribers(ALICE)).isEmpty();
    }

    private List<UserId> subscribers(UserId caller) {
        return done(followers.list(desk.as(caller), name)).subscribers().stream()
                .map(subscriber -> subscriber.user().id())
                .toList();
    }

    @Test
    void whoMayNotCallIsRefused() {
        var narrow = new Caller(
                WORKSPACE, ADA, Set.of(Scope.USERS_MANAGE), desk.clock.instant().plusSeconds(60));
        for (var refused : List.of(apply(LINDA, adding(LINDA, REPLY)), followers.apply(narrow, name, List.of()))) {
            assertThat(refused(refused)).isEqualTo(Refusal.Forbidden.class);
        }
        assertThat(refused(followers.list(desk.as(LINDA), name))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(apply(SYSTEM))).isEqualTo(Refusal.Unauthenticated.class);
        assertThat(refused(apply(desk.inactiveAgent(50)))).isEqualTo(Refusal.Unauthenticated.class);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var nowhere = new ThreadName(new DepartmentId(new UUID(0x4000, 0x8000000000000006L)), uuid(LINDA));
        var nobody = new ThreadName(care, uuid(new UserId(999)));
        var agent = new ThreadName(care, uuid(BOB));
        for (var missing : List.of(nowhere, nobody, agent)) {
            assertThat(refused(followers.apply(desk.as(ADA), missing, List.of())))
                    .isEqualTo(Refusal.NotFound.class);
            assertThat(refused(followers.list(desk.as(ADA), missing))).isEqualTo(Refusal.NotFound.class);
        }
        var elsewhere = new Caller(
                new WorkspaceId("other"), ADA, null, desk.clock.instant().plusSeconds(60));
        assertThat(refused(followers.list(elsewhere, name))).isEqualTo(Refusal.Unauthenticated.class);
    }

    @Test
    void whoSeesNothingOfTheThreadIsSubscribedWithAWarning() {
        ticket(new Assignment(null, Desk.SUPPORT));
        var gone = desk.inactiveAgent(50);

        assertThat(warnings(adaApplies(adding(ALICE, NOTE), adding(LINDA, REPLY), adding(gone, NOTE))))
                .containsExactly(Warning.Code.NO_ACCESS, Warning.Code.NO_ACCESS, Warning.Code.NO_ACCESS);
        assertThat(warnings(adaApplies(adding(BOB, NOTE), adding(SAM, NOTE), replacing(ALICE))))
                .isEmpty();
    }

    @Test
    void whoSeesOneTicketOfTheThreadIsNotWarnedOf() {
        ticket(new Assignment(null, Desk.SUPPORT));
        assertThat(warnings(adaApplies(adding(ALICE, NOTE)))).containsExactly(Warning.Code.NO_ACCESS);
        desk.follows(desk.store.index().all(WORKSPACE).getFirst().id(), ALICE);
        assertThat(adaApplies(adding(ALICE, NOTE)).warnings()).isEmpty();
        ticket(Assignment.NOBODY);
        desk.agent(60);
        assertThat(adaApplies(adding(new UserId(60), NOTE)).warnings()).isEmpty();
    }

    @Test
    void aThreadWithoutTicketsIsOneThatAgentsWillSee() {
        assertThat(adaApplies(adding(ALICE, NOTE)).warnings()).isEmpty();
        assertThat(warnings(adaApplies(adding(LINDA, REPLY)))).containsExactly(Warning.Code.NO_ACCESS);
    }

    @Test
    void eachChangeIsLoggedAndARepeatIsNot() {
        adaApplies(adding(BOB, NOTE, STATUS));
        adaApplies(adding(BOB, NOTE));
        done(apply(OLGA, wish(BOB, Set.of(REPLY), Set.of(NOTE), null)));
        adaApplies(replacing(BOB));

        var changes = desk.store.subscriptionChanges(WORKSPACE);
        assertThat(changes).extracting(SubscriptionChange::actor).containsExactly(ADA, OLGA, ADA);
        assertThat(changes).extracting(SubscriptionChange::delta).containsExactly(1, 0, -1);
        assertThat(changes.get(1).added()).containsExactly(REPLY);
        assertThat(changes.get(1).revoked()).containsExactly(NOTE);
    }

    @Test
    void theHundredAndFirstSubscriberIsRefusedAndTheOthersStand() {
        var all = new ArrayList<SubscriptionEntry>();
        for (int id = 1001; id <= 1101; id++) {
            all.add(adding(desk.agent(id), NOTE));
        }
        var report = done(followers.apply(desk.as(ADA), name, all));

        assertThat(faults(report)).containsExactly(Fault.Code.SUBSCRIBER_LIMIT);
        assertThat(report.faults().getFirst().description()).contains("limit of 100 subscribers");
        assertThat(desk.store.subscriptions().of(WORKSPACE, thread)).hasSize(100);
        assertThat(adaApplies(adding(new UserId(1001), STATUS)).faults()).isEmpty();
        assertThat(adaApplies(replacing(new UserId(1001)), adding(new UserId(1101), NOTE))
                        .faults())
                .isEmpty();
    }

    @Test
    void whoWasFasterIsNotOverwritten() {
        desk.store.faults().beforeNextCommit(() -> done(apply(OLGA, adding(BOB, STATUS))));
        adaApplies(adding(BOB, NOTE));

        assertThat(topics(BOB)).containsExactlyInAnyOrder(NOTE, STATUS);
    }

    @Test
    void whoLosesEveryRaceIsAFaultAndTheNextEntryIsApplied() {
        desk.store.faults().staleCommits(8);
        var report = adaApplies(adding(BOB, NOTE), adding(SAM, NOTE));

        assertThat(faults(report)).containsExactly(Fault.Code.BUSY);
        assertThat(topics(BOB)).isEmpty();
        assertThat(topics(SAM)).containsExactly(NOTE);
    }

    @Test
    void whoWasErasedIsLeftOut() {
        var ghost = new Subscription(thread, new UserId(999), Set.of(NOTE), desk.ids.event());
        desk.commit(new Write.ChangeSubscription(new SubscriptionChange(ghost.lastChange(), ADA, null, ghost)));
        adaApplies(adding(BOB, NOTE));

        assertThat(subscribers(ADA)).containsExactly(BOB);
    }

    @Test
    void aChangeOfNothingIsNone() {
        var id = EventId.parse("019aa5b4-c000-7000-8000-000000000001");

        assertThatThrownBy(() -> new SubscriptionChange(id, ADA, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
