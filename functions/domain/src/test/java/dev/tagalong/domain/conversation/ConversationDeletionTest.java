package dev.tagalong.domain.conversation;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.LINDA;
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
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.Draft;
import dev.tagalong.domain.message.Messages;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationDeletionTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Conversations conversations = new Conversations(
            desk.store.records(), desk.store.ledger(), desk.store.directory(), desk.store.index(), desk.ids);
    private final ConversationDeletion deletion =
            new ConversationDeletion(desk.store.records(), desk.store.ledger(), desk.ids);

    private Outcome<ConversationId> delete(UserId caller) {
        return deletion.delete(desk.as(caller), ticket, desk.clock.instant());
    }

    private Outcome<ConversationView> create(@Nullable ConversationId id, @Nullable Integer reference) {
        var state = new State("Again", Status.OPEN, Priority.LOW, new TreeSet<>());
        var origin = new Origin(LINDA, Channel.EMAIL, Source.API, null, null);
        return conversations.create(
                desk.as(SAM), new NewConversation(id, reference, null, state, origin), desk.clock.instant());
    }

    @Test
    void agentsAndFollowersDeleteNothing() {
        assertThat(refused(delete(BOB))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(delete(ALICE))).isEqualTo(Refusal.NotFound.class);
        desk.follows(ticket, ALICE);
        desk.follows(ticket, LINDA);
        assertThat(refused(delete(ALICE))).isEqualTo(Refusal.Forbidden.class);
        assertThat(refused(delete(LINDA))).isEqualTo(Refusal.Forbidden.class);
        assertThat(desk.log()).isEmpty();
    }

    @Test
    void aTokenThatOnlyReadsDeletesNothing() {
        var reader = new Caller(
                WORKSPACE,
                SAM,
                Set.of(Scope.CONVERSATIONS_READ),
                desk.clock.instant().plusSeconds(60));
        assertThat(refused(deletion.delete(reader, ticket, desk.clock.instant())))
                .isEqualTo(Refusal.Forbidden.class);
    }

    @Test
    void whatIsDeletedIsNowhereAndDeletedOnce() {
        desk.follows(ticket, SAM);
        assertThat(done(delete(SAM))).isEqualTo(ticket);

        var lists = new ConversationLists(desk.store.records(), desk.store.index());
        var following =
                new ListFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true);
        assertThat(refused(conversations.get(desk.as(SAM), ticket))).isEqualTo(Refusal.NotFound.class);
        assertThat(refused(conversations.openByReference(desk.as(SAM), 217, desk.clock.instant())))
                .isEqualTo(Refusal.NotFound.class);
        assertThat(done(lists.list(desk.as(SAM), ListFilter.ALL, 1, 10)).total())
                .isZero();
        assertThat(done(lists.list(desk.as(SAM), following, 1, 10)).total()).isZero();
        assertThat(refused(delete(SAM))).isEqualTo(Refusal.NotFound.class);
        assertThat(desk.logged()).containsExactly(ActivityType.CONVERSATION_DELETED);
    }

    @Test
    void itsNumberIsFreeAndItsUuidIsNot() {
        done(delete(SAM));
        assertThat(refused(create(ticket, null))).isEqualTo(Refusal.Conflict.class);
        assertThat(done(create(null, 217)).conversation().reference()).isEqualTo(217);
    }

    @Test
    void whoPostsMeanwhileFindsNothing() {
        var messages = new Messages(desk.store.records(), desk.store.ledger(), desk.store.messages(), desk.ids);
        desk.store.faults().beforeNextCommit(() -> done(delete(SAM)));
        var posted =
                messages.post(desk.as(BOB), ticket, new Draft("Hello", true, false, List.of()), desk.clock.instant());
        assertThat(refused(posted)).isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void whatWasChangedMeanwhileIsDeletedAllTheSame() {
        desk.store.faults().beforeNextCommit(() -> desk.assign(ticket, Assignment.NOBODY));
        done(delete(SAM));
        assertThat(refused(conversations.get(desk.as(SAM), ticket))).isEqualTo(Refusal.NotFound.class);
    }
}
