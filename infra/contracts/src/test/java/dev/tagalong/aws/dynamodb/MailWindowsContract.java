package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailWindows;
import dev.tagalong.domain.mail.MailWindows.Claim;
import dev.tagalong.domain.mail.MailWindows.Claiming;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of every store of mail windows. */
abstract class MailWindowsContract {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private Workspace workspace;
    private MailWindows windows;
    private MailKey key;
    private Instant now;

    abstract Workspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
        windows = workspace.stores.windows();
        key = new MailKey(workspace.id, new UserId(42), new ConversationId(new UUID(0, 1)));
        now = workspace.clock.instant();
    }

    private Claim claim(Instant at) {
        return assertThat(windows.claim(key, at, LEASE))
                .asInstanceOf(type(Claim.class))
                .actual();
    }

    @Test
    void firstEventDecidesWhenTheWindowIsDue() {
        var due = now.plusSeconds(60);

        assertThat(windows.add(key, workspace.ids.event(), due)).isEqualTo(due);
        assertThat(windows.add(key, workspace.ids.event(), due.plusSeconds(30))).isEqualTo(due);
    }

    @Test
    void claimHoldsWhatGatheredAndTheSameEventOnce() {
        var one = workspace.ids.event();
        var other = workspace.ids.event();
        windows.add(key, one, now);
        windows.add(key, one, now);
        windows.add(key, other, now);

        assertThat(claim(now).events()).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void windowThatIsNotDueIsNotClaimed() {
        windows.add(key, workspace.ids.event(), now.plusSeconds(60));

        assertThat(windows.claim(key, now, LEASE)).isEqualTo(new Claiming.Nothing());
    }

    @Test
    void aQueueMayBeASecondEarly() {
        var event = workspace.ids.event();
        windows.add(key, event, now.plusSeconds(1));

        assertThat(windows.claim(key, now.minusMillis(1), LEASE)).isEqualTo(new Claiming.Nothing());
        assertThat(claim(now).events()).containsExactly(event);
    }

    @Test
    void nothingIsThereToClaimWhereNothingGathered() {
        assertThat(windows.claim(key, now, LEASE)).isEqualTo(new Claiming.Nothing());
    }

    @Test
    void oneWorkerHasTheWindow() {
        windows.add(key, workspace.ids.event(), now);
        claim(now);

        assertThat(windows.claim(key, now.plusSeconds(1), LEASE)).isEqualTo(new Claiming.Held());
    }

    @Test
    void leaseOfAWorkerThatDiedPassesOn() {
        var event = workspace.ids.event();
        windows.add(key, event, now);
        var dead = claim(now);

        var next = claim(now.plus(LEASE));

        assertThat(next.events()).containsExactly(event);
        assertThat(next.owner()).isNotEqualTo(dead.owner());
    }

    @Test
    void settledWindowIsGone() {
        windows.add(key, workspace.ids.event(), now);

        windows.settle(key, claim(now));

        assertThat(windows.claim(key, now, LEASE)).isEqualTo(new Claiming.Nothing());
    }

    @Test
    void eventThatCameDuringTheClaimOpensAWindowOfItsOwn() {
        windows.add(key, workspace.ids.event(), now);
        var claim = claim(now);
        var late = workspace.ids.event();
        var due = now.plusSeconds(60);

        assertThat(windows.add(key, late, due)).isEqualTo(due);
        windows.settle(key, claim);

        assertThat(windows.claim(key, now, LEASE)).isEqualTo(new Claiming.Nothing());
        assertThat(claim(due).events()).containsExactly(late);
    }

    @Test
    void settlingALostClaimChangesNothing() {
        var event = workspace.ids.event();
        windows.add(key, event, now);
        var lost = claim(now);
        var next = claim(now.plus(LEASE));

        windows.settle(key, lost);

        assertThat(windows.claim(key, now.plus(LEASE), LEASE)).isInstanceOf(Claiming.Held.class);
        assertThat(next.events()).containsExactly(event);
    }

    @Test
    void claimThatIsGivenBackIsDueAgainWithAllThatIsInIt() {
        var event = workspace.ids.event();
        windows.add(key, event, now);
        var claim = claim(now);
        var late = workspace.ids.event();
        windows.add(key, late, now.plusSeconds(60));

        windows.release(key, claim, now.plusSeconds(5));

        assertThat(windows.claim(key, now, LEASE)).isEqualTo(new Claiming.Nothing());
        assertThat(claim(now.plusSeconds(5)).events()).containsExactlyInAnyOrder(event, late);
    }

    @Test
    void givingBackALostClaimChangesNothing() {
        windows.add(key, workspace.ids.event(), now);
        var lost = claim(now);
        claim(now.plus(LEASE));

        windows.release(key, lost, now);

        assertThat(windows.claim(key, now.plus(LEASE), LEASE)).isInstanceOf(Claiming.Held.class);
    }
}
