package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.key.ApiKeys;
import dev.tagalong.domain.key.KeyDigest;
import dev.tagalong.domain.key.KeyGrant;
import dev.tagalong.domain.key.KeyRing;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What API keys and the rings they are on promise. */
abstract class ApiKeysContract {
    private static final UserId BOB = new UserId(42);
    private static final KeyRing NONE = new KeyRing(BOB, Set.of());

    private final Workspace workspace = open();
    private final ApiKeys keys = workspace.stores.apiKeys();
    private final Instant now = workspace.clock.instant().truncatedTo(ChronoUnit.MILLIS);

    abstract Workspace open();

    private static KeyDigest key(int number) {
        return new KeyDigest("%064x".formatted(number));
    }

    private KeyGrant grant(@Nullable Set<Scope> scopes) {
        return new KeyGrant(BOB, "CRM", scopes, new UserId(3), now);
    }

    private Commit issue(KeyRing before, int number) {
        return workspace.commit(new Write.IssueKey(before, key(number), grant(null)));
    }

    @Test
    void keyIsFoundByItsDigestAndOnTheRing() {
        var limited = grant(Set.of(Scope.CONVERSATIONS_READ, Scope.USERS_MANAGE));
        assertThat(issue(NONE, 1)).isEqualTo(new Commit.Committed());
        workspace.commit(new Write.IssueKey(new KeyRing(BOB, Set.of(key(1))), key(2), limited));

        assertThat(keys.find(workspace.id, key(1))).contains(grant(null));
        assertThat(keys.find(workspace.id, key(2))).contains(limited);
        assertThat(keys.ring(workspace.id, BOB)).isEqualTo(new KeyRing(BOB, Set.of(key(1), key(2))));
    }

    @Test
    void keyIsUnknownInAnotherWorkspace() {
        issue(NONE, 1);

        assertThat(keys.find(open().id, key(1))).isEmpty();
        assertThat(keys.find(workspace.id, key(2))).isEmpty();
        assertThat(keys.ring(workspace.id, new UserId(17)).keys()).isEmpty();
    }

    @Test
    void keyOnARingThatHasChangedIsStale() {
        issue(NONE, 1);

        assertThat(issue(NONE, 2)).isEqualTo(new Commit.Stale());
        assertThat(issue(new KeyRing(BOB, Set.of(key(3))), 2)).isEqualTo(new Commit.Stale());
        assertThat(keys.find(workspace.id, key(2))).isEmpty();
    }

    @Test
    void keyIsIssuedOnce() {
        var alice = new UserId(17);
        issue(NONE, 1);

        assertThat(workspace.commit(new Write.IssueKey(
                        new KeyRing(alice, Set.of()), key(1), new KeyGrant(alice, "CRM", null, alice, now))))
                .isEqualTo(new Commit.Taken("key"));
        assertThat(keys.find(workspace.id, key(1))).contains(grant(null));
    }

    @Test
    void revokedKeysAreGoneAndTheRingBeginsAnew() {
        issue(NONE, 1);
        var ring = new KeyRing(BOB, Set.of(key(1)));

        assertThat(workspace.commit(new Write.RevokeKeys(ring))).isEqualTo(new Commit.Committed());

        assertThat(keys.find(workspace.id, key(1))).isEmpty();
        assertThat(keys.ring(workspace.id, BOB)).isEqualTo(NONE);
        assertThat(issue(NONE, 2)).isEqualTo(new Commit.Committed());
        assertThat(workspace.commit(new Write.RevokeKeys(ring))).isEqualTo(new Commit.Stale());
        assertThat(keys.find(workspace.id, key(2))).isPresent();
    }

    @Test
    void aRingWithoutKeysIsRevokedOnlyWhileItIsEmpty() {
        assertThat(workspace.commit(new Write.RevokeKeys(NONE))).isEqualTo(new Commit.Committed());
        issue(NONE, 1);

        assertThat(workspace.commit(new Write.RevokeKeys(NONE))).isEqualTo(new Commit.Stale());
        assertThat(keys.find(workspace.id, key(1))).isPresent();
    }
}
