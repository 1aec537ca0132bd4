package dev.tagalong.domain.live;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.memory.Desk;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewingTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Viewing viewing = new Viewing(desk.store.records(), desk.store.connections());
    private final Admission bob =
            new Admission(WORKSPACE, BOB, desk.clock.instant().plusSeconds(3600));
    private final ConnectionId socket = new ConnectionId("socket");

    private void open() {
        desk.store.connections().open(WORKSPACE, new Connection(socket, BOB, bob.endsAt()));
    }

    private int viewers(ConversationId of) {
        return desk.store.connections().viewers(WORKSPACE, of).size();
    }

    @Test
    void nobodyLooksAtWhatTheyDoNotSee() {
        var alice = new Admission(WORKSPACE, ALICE, bob.endsAt());
        assertThat(viewing.begin(alice, socket, ticket)).isEmpty();
        assertThat(viewing.begin(bob, socket, new ConversationId(new UUID(1, 1))))
                .isEmpty();
    }

    @Test
    void whoseMembershipHasEndedDoesNotLook() {
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        assertThat(viewing.reads(new Admission(WORKSPACE, ALICE, bob.endsAt()), ticket))
                .isFalse();
        desk.follows(ticket, ALICE);
        assertThat(viewing.reads(new Admission(WORKSPACE, ALICE, bob.endsAt()), ticket))
                .isTrue();
    }

    @Test
    void aSocketThatIsNotKnownLooksAtNothing() {
        assertThat(viewing.begin(bob, socket, ticket)).isEmpty();
    }

    @Test
    void aSocketLooksAtOneConversationAtATime() {
        open();
        var other = desk.supportTicket();
        assertThat(viewing.begin(bob, socket, ticket)).contains(Set.of(ticket));
        assertThat(viewing.begin(bob, socket, other)).contains(Set.of(ticket, other));
        assertThat(viewing.begin(bob, socket, other)).contains(Set.of());
        assertThat(viewers(ticket)).isZero();
        assertThat(viewers(other)).isEqualTo(1);
        assertThat(viewing.end(bob, socket)).contains(other);
        assertThat(viewing.end(bob, socket)).isEmpty();
        assertThat(viewers(other)).isZero();
    }

    @Test
    void aSocketWhoseTokenHasExpiredLooksNoMore() {
        open();
        viewing.begin(bob, socket, ticket);
        desk.clock.advance(Duration.ofHours(1));
        assertThat(viewers(ticket)).isZero();
    }
}
