package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.store.Commit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The address of a participant, which stands twice: with the conversation, and by the hash of its token. */
final class AddressItem {
    private static final String TOKEN = "token";

    private AddressItem() {}

    static Step put(
            String table, WorkspaceId workspace, @Nullable ParticipantAddress before, ParticipantAddress after) {
        var item = write(Item.of(Keys.address(workspace, after.participant()), "address"), after)
                .put(TOKEN, after.token())
                .attributes();
        return before == null
                ? Step.create(table, item, new Commit.Stale())
                : Step.put(
                        table,
                        item,
                        "attribute_exists(PK) AND since = :since",
                        Map.of(
                                ":since",
                                AttributeValue.fromN(
                                        Long.toString(before.since().toEpochMilli()))),
                        new Commit.Stale());
    }

    static Map<String, AttributeValue> addressee(WorkspaceId workspace, ParticipantAddress address) {
        return write(Item.of(Keys.addressee(workspace, address.token()), "addressee"), address)
                .attributes();
    }

    private static Item write(Item item, ParticipantAddress address) {
        return item.put("conversation", address.participant().conversation().toString())
                .put("user", address.participant().user().value())
                .put("since", address.since());
    }

    /** Reads one with its token. */
    static ParticipantAddress read(Map<String, AttributeValue> attributes) {
        return read(attributes, Item.read(attributes).text(TOKEN));
    }

    /** Reads one that was found by its token. */
    static ParticipantAddress read(Map<String, AttributeValue> attributes, String token) {
        var item = Item.read(attributes);
        var participant = new MembershipKey(
                new ConversationId(UUID.fromString(item.text("conversation"))), new UserId(item.count("user")));
        return new ParticipantAddress(participant, token, item.instant("since"));
    }
}
