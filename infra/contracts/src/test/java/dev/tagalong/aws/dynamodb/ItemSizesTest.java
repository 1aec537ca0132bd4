package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What docs/table.md says of sizes: each of the items that a common call writes is one write unit, 1 KB at most. */
final class ItemSizesTest {
    private static final int WRITE_UNIT = 1024;

    private final StoredWorkspace workspace = new StoredWorkspace(LocalDynamoDb.client(), LocalDynamoDb.TABLE);

    private static void isOneUnit(Map<String, AttributeValue> item) {
        assertThat(ItemSize.of(item)).isLessThanOrEqualTo(WRITE_UNIT);
    }

    @Test
    void conversationIsOneUnit() {
        isOneUnit(ConversationItem.write(workspace.id, workspace.draft(217)));
    }

    @Test
    void membershipIsOneUnitInBothPlaces() {
        var membership = workspace.following(workspace.draft(1).id(), 42);
        isOneUnit(MembershipItem.withConversation(workspace.id, membership));
        isOneUnit(MembershipItem.withUser(workspace.id, membership));
    }

    @Test
    void activityIsOneUnit() {
        isOneUnit(ActivityItem.write(
                workspace.activity(workspace.ids.event(), workspace.draft(1).id(), ActivityType.FOLLOWER_REMOVED, 42)));
    }

    @Test
    void userIsOneUnit() {
        isOneUnit(UserItem.write(workspace.id, StoredWorkspace.agent(42)));
    }

    @Test
    void inboxRowIsOneUnit() {
        var event = workspace.ids.event();
        isOneUnit(NotificationItem.write(
                workspace.id,
                new Notification(
                        event,
                        new UserId(42),
                        workspace.draft(1).id(),
                        Kind.ASSIGNED,
                        Reason.ASSIGNED,
                        new UserId(17),
                        event,
                        event.time(),
                        event.time(),
                        event.time(),
                        event.time())));
    }
}
