package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.access.SocketTickets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Redeems tickets by deleting them: whoever's delete finds the item has it. Only a ticket's hash is stored. */
public final class DynamoSocketTickets implements SocketTickets {
    private final Table table;
    private final InstantSource clock;

    public DynamoSocketTickets(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<Admission> redeem(String token) {
        return workspace(token)
                .flatMap(workspace -> take(Keys.ticket(workspace, token)))
                .map(Item::read)
                .filter(this::isLive)
                .map(DynamoSocketTickets::admission);
    }

    private static Optional<WorkspaceId> workspace(String token) {
        var name = token.substring(0, Math.max(0, token.indexOf('.')));
        return WorkspaceId.isOne(name) ? Optional.of(new WorkspaceId(name)) : Optional.empty();
    }

    /** The condition is what makes two deletes at once take the item only once; without it each might see it. */
    private Optional<Map<String, AttributeValue>> take(Keys.Key key) {
        try {
            var deleted = table.client()
                    .deleteItem(request -> request.tableName(table.name())
                            .key(key.attributes())
                            .conditionExpression("attribute_exists(PK)")
                            .returnValues(ReturnValue.ALL_OLD));
            return Optional.of(deleted.attributes());
        } catch (ConditionalCheckFailedException gone) {
            return Optional.empty();
        }
    }

    private boolean isLive(Item item) {
        return clock.instant().isBefore(item.instant("expiresAt"));
    }

    private static Admission admission(Item item) {
        return new Admission(
                new WorkspaceId(item.text("workspace")), new UserId(item.count("user")), item.instant("sessionEndsAt"));
    }
}
