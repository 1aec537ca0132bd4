package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.once.Claim;
import dev.tagalong.domain.once.Claims;
import dev.tagalong.domain.once.Reply;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Claims, an item each. Of a reply that does not fit into an item even when compressed only the claim is kept; the reply is
 * made anew. */
public final class DynamoClaims implements Claims {
    /** Below the 400 KB of an item, with room for what else is in it. */
    private static final int MOST_BYTES = 380 * 1024;

    private final Table table;
    private final InstantSource clock;

    public DynamoClaims(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<Kept> find(WorkspaceId workspace, String name) {
        return table.get(List.of(Keys.claim(workspace, name))).values().stream()
                .map(ClaimItem::read)
                .filter(kept -> clock.instant().isBefore(kept.claim().expiresAt()))
                .findFirst();
    }

    @Override
    public boolean make(WorkspaceId workspace, Claim claim, Reply reply) {
        var item = ClaimItem.write(workspace, claim, reply);
        return put(fits(item) ? item : ClaimItem.write(workspace, claim, null), ClaimItem.FREE, ClaimItem.at(claim));
    }

    @Override
    public void add(WorkspaceId workspace, Claim claim, Reply reply) {
        var item = ClaimItem.write(workspace, claim, reply);
        if (fits(item)) {
            var unanswered = "asked = :asked AND attribute_not_exists(reply)";
            put(item, unanswered, Map.of(":asked", AttributeValue.fromS(claim.request())));
        }
    }

    private static boolean fits(Map<String, AttributeValue> item) {
        return ClaimItem.replyBytes(item) <= MOST_BYTES;
    }

    private boolean put(Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        try {
            table.client()
                    .putItem(request -> request.tableName(table.name())
                            .item(item)
                            .conditionExpression(condition)
                            .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException stands) {
            return false;
        }
    }
}
