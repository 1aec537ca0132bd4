package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.follow.Membership;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** When an item of a membership ends by itself. */
final class MembershipItemTest {
    private final StoredWorkspace workspace = new StoredWorkspace(LocalDynamoDb.client(), LocalDynamoDb.TABLE);
    private final Membership following = workspace.following(workspace.draft(1).id(), 42);
    private final Instant until = following.since().plus(Duration.ofHours(1));

    private Membership with(boolean follows, @Nullable Instant mutedUntil) {
        return new Membership(
                following.key(),
                follows,
                following.parked(),
                following.access(),
                following.notices(),
                following.addedBy(),
                following.since(),
                null,
                mutedUntil,
                following.lastActivity());
    }

    @Test
    void whoFollowsStaysHoweverLongTheyAreMuted() {
        assertThat(MembershipItem.withConversation(workspace.id, with(true, until)))
                .doesNotContainKey("ttl");
        assertThat(MembershipItem.withUser(workspace.id, with(true, null))).doesNotContainKey("ttl");
    }

    @Test
    void whoOnlyMutesIsForgottenADayAfterTheMute() {
        var muted = with(false, until);
        var ttl = AttributeValue.fromN(
                Long.toString(until.plus(Duration.ofDays(1)).getEpochSecond()));

        assertThat(MembershipItem.withConversation(workspace.id, muted)).containsEntry("ttl", ttl);
        assertThat(MembershipItem.withUser(workspace.id, muted)).containsEntry("ttl", ttl);
        assertThat(MembershipItem.read(MembershipItem.withConversation(workspace.id, muted)))
                .isEqualTo(muted);
    }
}
