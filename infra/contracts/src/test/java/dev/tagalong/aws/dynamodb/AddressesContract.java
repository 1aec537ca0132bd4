package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.follow.ParticipantAddresses;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What addresses of participants promise. */
abstract class AddressesContract {
    private static final String TOKEN = "0123456789abcdefghijklmnop";
    private static final String OTHER = "ponmlkjihgfedcba9876543210";

    private final Workspace workspace = open();
    private final ParticipantAddresses addresses = workspace.stores.addresses();
    private final MembershipKey participant =
            new MembershipKey(workspace.conversation(1).id(), new UserId(42));
    private final ParticipantAddress first = new ParticipantAddress(participant, TOKEN, workspace.clock.instant());

    abstract Workspace open();

    private ParticipantAddress later(String token) {
        workspace.clock.advance(Duration.ofSeconds(1));
        return new ParticipantAddress(participant, token, workspace.clock.instant());
    }

    @Test
    void addressIsFoundByParticipantAndByToken() {
        assertThat(workspace.commit(new Write.SaveAddress(null, first))).isEqualTo(new Commit.Committed());

        assertThat(addresses.of(workspace.id, participant)).contains(first);
        assertThat(addresses.byToken(workspace.id, TOKEN)).contains(first);
        assertThat(addresses.byToken(workspace.id, OTHER)).isEmpty();
        assertThat(addresses.byToken(open().id, TOKEN)).isEmpty();
    }

    @Test
    void secondOneInPlaceOfNoneIsStale() {
        workspace.commit(new Write.SaveAddress(null, first));

        assertThat(workspace.commit(new Write.SaveAddress(null, later(OTHER)))).isEqualTo(new Commit.Stale());
        assertThat(addresses.of(workspace.id, participant)).contains(first);
        assertThat(addresses.byToken(workspace.id, OTHER)).isEmpty();
    }

    @Test
    void tokenOfAnotherIsTaken() {
        workspace.commit(new Write.SaveAddress(null, first));
        var other = new ParticipantAddress(
                new MembershipKey(participant.conversation(), new UserId(17)), TOKEN, workspace.clock.instant());

        assertThat(workspace.commit(new Write.SaveAddress(null, other))).isEqualTo(new Commit.Taken("address"));
        assertThat(addresses.byToken(workspace.id, TOKEN)).contains(first);
    }

    @Test
    void newOneTakesTheOldOnesPlace() {
        workspace.commit(new Write.SaveAddress(null, first));
        var second = later(OTHER);

        assertThat(workspace.commit(new Write.SaveAddress(first, second))).isEqualTo(new Commit.Committed());

        assertThat(addresses.of(workspace.id, participant)).contains(second);
        assertThat(addresses.byToken(workspace.id, TOKEN)).isEmpty();
        assertThat(addresses.byToken(workspace.id, OTHER)).contains(second);
        assertThat(workspace.commit(new Write.SaveAddress(first, later("a".repeat(26)))))
                .isEqualTo(new Commit.Stale());
    }
}
