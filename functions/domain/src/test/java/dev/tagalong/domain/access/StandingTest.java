package dev.tagalong.domain.access;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.BOB;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static dev.tagalong.domain.memory.Desk.done;
import static dev.tagalong.domain.memory.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.conversation.Conversations;
import dev.tagalong.domain.conversation.OpenedConversation;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Mutes;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.memory.Desk;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StandingTest {
    private final Desk desk = new Desk();
    private final Conversations conversations = new Conversations(
            desk.store.records(), desk.store.ledger(), desk.store.directory(), desk.store.index(), desk.ids);
    private final Mutes mutes = new Mutes(desk.store.records(), desk.store.ledger(), desk.ids);
    private final ConversationId ticket = desk.supportTicket();

    private Standing standing(Caller caller) {
        return done(conversations.open(caller, ticket, desk.clock.instant()).map(OpenedConversation::standing));
    }

    @Test
    void whoDoesNotSeeItHasNone() {
        assertThat(refused(conversations.open(desk.as(ALICE), ticket, desk.clock.instant())))
                .isEqualTo(Refusal.NotFound.class);
    }

    @Test
    void aFollowerReadsAndWritesNotesAndNoMore() {
        desk.follows(ticket, ALICE);

        var standing = standing(desk.as(ALICE));

        assertThat(standing.follows()).isTrue();
        assertThat(standing.actions())
                .containsExactlyInAnyOrder(
                        Action.READ, Action.READ_LOG, Action.FOLLOW, Action.UNFOLLOW, Action.MUTE, Action.POST_NOTE);
    }

    @Test
    void whoOnlyHasTheHistoryLeftFollowsNoLonger() {
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);

        var standing = standing(desk.as(ALICE));

        assertThat(standing.follows()).isFalse();
        assertThat(standing.actions()).containsExactlyInAnyOrder(Action.READ, Action.UNFOLLOW);
    }

    @Test
    void whoEditsMayAllButDeleteAndSpeakAsAContact() {
        assertThat(standing(desk.as(BOB)).actions())
                .contains(Action.REPLY, Action.EDIT, Action.ADD_FOLLOWER, Action.REMOVE_FOLLOWER)
                .doesNotContain(Action.DELETE, Action.POST_INCOMING);
        assertThat(standing(desk.as(SAM)).actions()).contains(Action.DELETE);
    }

    @Test
    void aTokenWithoutAScopeLetsNothingOfIt() {
        var reader = new Caller(
                WORKSPACE,
                BOB,
                Set.of(Scope.CONVERSATIONS_READ),
                desk.clock.instant().plusSeconds(60));

        assertThat(standing(reader).actions()).contains(Action.ADD_FOLLOWER).doesNotContain(Action.REPLY, Action.EDIT);
    }

    @Test
    void aMuteIsShownUntilItEnds() {
        var until = desk.clock.instant().plus(Duration.ofHours(1));
        done(mutes.mute(desk.as(BOB), ticket, until, desk.clock.instant()));

        assertThat(standing(desk.as(BOB)).mutedUntil()).isEqualTo(until);

        desk.clock.advance(Duration.ofHours(1));
        assertThat(standing(desk.as(BOB)).mutedUntil()).isNull();
    }
}
