package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.fanout.Verdicts;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailWindows;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.notification.InboxRows;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.purge.Remains;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of what deleted conversations leave behind. */
abstract class RemainsContract {
    private static final UserId ALICE = new UserId(17);

    private Workspace workspace;
    private Remains remains;
    private Verdicts verdicts;
    private ConversationId conversation;

    abstract Workspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
        remains = workspace.stores.remains();
        verdicts = workspace.stores.verdicts();
        conversation = workspace.conversation(1).id();
    }

    private InboxRows rows() {
        return workspace.stores.rows();
    }

    private int messages() {
        var everybody = new MessageLog.Audience(true, null, 0);
        return workspace
                .stores
                .messages()
                .page(workspace.id, conversation, everybody, 1, 100)
                .total();
    }

    @Test
    void threadIsRemovedInStepsAndItsMembershipsInBothPlaces() {
        for (int count = 0; count < 30; count++) {
            workspace.posted(conversation);
        }
        workspace.follow(conversation, 42, 100);
        var gone = workspace.following(conversation, 43);
        workspace.commit(new Write.SaveMembership(null, gone));
        workspace.commit(new Write.SaveMembership(gone, null));
        var socket = new Connection(
                new ConnectionId("c1"), ALICE, workspace.clock.instant().plusSeconds(60));
        var connections = workspace.stores.connections();
        connections.open(workspace.id, socket);
        connections.view(workspace.id, socket, conversation);

        assertThat(remains.removeThread(workspace.id, conversation, 10)).isTrue();
        assertThat(messages()).isBetween(20, 29);
        while (remains.removeThread(workspace.id, conversation, 10)) {
            assertThat(messages()).isLessThan(20);
        }

        assertThat(messages()).isZero();
        assertThat(workspace.stores.participants().of(workspace.id, conversation))
                .isEmpty();
        assertThat(workspace.stores.index().memberships(workspace.id, new UserId(42)))
                .isEmpty();
        assertThat(connections.viewers(workspace.id, conversation)).isEmpty();
    }

    @Test
    void addressesGoByTheirTokensToo() {
        var participant = new MembershipKey(conversation, ALICE);
        var token = "0123456789abcdefghijklmnop";
        workspace.commit(
                new Write.SaveAddress(null, new ParticipantAddress(participant, token, workspace.clock.instant())));

        remains.removeThread(workspace.id, conversation, 10);

        var addresses = workspace.stores.addresses();
        assertThat(addresses.of(workspace.id, participant)).isEmpty();
        assertThat(addresses.byToken(workspace.id, token)).isEmpty();
    }

    @Test
    void eventsComeOldestFirstFromWhereOneLeftOff() {
        var first = workspace.posted(conversation);
        var second = workspace.posted(conversation);
        var third = workspace.posted(conversation);

        assertThat(remains.events(workspace.id, conversation, null, 2)).containsExactly(first, second);
        assertThat(remains.events(workspace.id, conversation, second, 2)).containsExactly(third);
        assertThat(remains.events(workspace.id, conversation, third, 2)).isEmpty();
    }

    @Test
    void noticesGoWithWaitingMailAndVerdicts() {
        var event = workspace.posted(conversation);
        var other = workspace.posted(conversation);
        workspace.told(event, ALICE, conversation);
        workspace.told(other, ALICE, conversation);

        remains.removeNotices(workspace.id, conversation, event, Set.of(ALICE));
        remains.removeNotices(workspace.id, conversation, event, Set.of(ALICE));

        assertThat(rows().all(workspace.id, ALICE))
                .extracting(Notification::event)
                .containsExactly(other);
        assertThat(verdicts.find(workspace.id, event)).isEmpty();
        assertThat(verdicts.find(workspace.id, other)).isPresent();
        var mail = new MailKey(workspace.id, ALICE, conversation);
        assertThat(workspace.stores.windows().claim(mail, workspace.clock.instant(), Duration.ofMinutes(1)))
                .isEqualTo(new MailWindows.Claiming.Nothing());
    }
}
