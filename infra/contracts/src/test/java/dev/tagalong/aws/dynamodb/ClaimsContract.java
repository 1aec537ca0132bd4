package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.once.Claim;
import dev.tagalong.domain.once.Claims;
import dev.tagalong.domain.once.Reply;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of the claims of calls that shall take effect once. */
abstract class ClaimsContract {
    private static final Reply CREATED = new Reply(201, "{\"data\":{\"subject\":\"Grüße \uD83D\uDC4B\"}}");
    private static final Reply GONE = new Reply(404, "conversation");

    private Workspace workspace;
    private Claims claims;
    private Ledger ledger;
    private Claim claim;

    abstract Workspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
        claims = workspace.stores.claims();
        ledger = workspace.stores.ledger();
        claim = new Claim(
                "name", "request", now(), List.of("217", workspace.ids.random().toString()));
    }

    private Instant now() {
        return workspace.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Commit commit(Claim made) {
        return ledger.commit(workspace.id, List.of(new Write.MakeClaim(made)));
    }

    @Test
    void whatNobodyClaimedIsNotFound() {
        assertThat(claims.find(workspace.id, "name")).isEmpty();
    }

    @Test
    void aClaimOfATransactionHasNoReplyUntilOneIsAdded() {
        assertThat(commit(claim)).isEqualTo(new Commit.Committed());
        assertThat(claims.find(workspace.id, "name")).contains(new Claims.Kept(claim, null));

        claims.add(workspace.id, claim, CREATED);
        assertThat(claims.find(workspace.id, "name")).contains(new Claims.Kept(claim, CREATED));
    }

    @Test
    void theFirstReplyStands() {
        commit(claim);
        claims.add(workspace.id, claim, CREATED);

        claims.add(workspace.id, claim, GONE);
        assertThat(claims.find(workspace.id, "name").orElseThrow().reply()).isEqualTo(CREATED);
    }

    @Test
    void aReplyIsNotAddedToAnotherRequest() {
        commit(claim);

        claims.add(workspace.id, new Claim("name", "another", now(), List.of()), CREATED);
        assertThat(claims.find(workspace.id, "name")).contains(new Claims.Kept(claim, null));
    }

    @Test
    void aNameIsClaimedOnce() {
        commit(claim);

        assertThat(commit(new Claim("name", "request", now(), List.of())))
                .isEqualTo(new Commit.Taken(Write.MakeClaim.FIELD));
        assertThat(claims.make(workspace.id, claim, GONE)).isFalse();
        assertThat(claims.find(workspace.id, "name")).contains(new Claims.Kept(claim, null));
    }

    @Test
    void whatChangedNothingIsClaimedWithItsReply() {
        assertThat(claims.make(workspace.id, claim, GONE)).isTrue();

        assertThat(claims.find(workspace.id, "name")).contains(new Claims.Kept(claim, GONE));
        assertThat(commit(claim)).isEqualTo(new Commit.Taken(Write.MakeClaim.FIELD));
    }

    @Test
    void afterADayTheNameIsFree() {
        var old = new Claim("name", "old", now().minus(Duration.ofHours(24)), List.of());
        commit(old);

        assertThat(claims.find(workspace.id, "name")).isEmpty();
        assertThat(commit(claim)).isEqualTo(new Commit.Committed());
        assertThat(claims.find(workspace.id, "name")).contains(new Claims.Kept(claim, null));
    }

    @Test
    void aReplyMayBeLong() {
        commit(claim);
        var lengthy = new Reply(200, "{\"user\":17,\"status\":\"unchanged\"},".repeat(40_000));

        claims.add(workspace.id, claim, lengthy);
        assertThat(claims.find(workspace.id, "name").orElseThrow().reply()).isEqualTo(lengthy);
    }
}
