package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.access.SocketTickets;
import java.time.InstantSource;
import java.util.Optional;
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
        var deleted = table.client()
                .deleteItem(request -> request.tableName(table.name())
                        .key(Keys.ticket(token).attributes())
                        .returnValues(ReturnValue.ALL_OLD));
        if (!deleted.hasAttributes()) {
            return Optional.empty();
        }
        var item = Item.read(deleted.attributes());
        if (!clock.instant().isBefore(item.instant("expiresAt"))) {
            return Optional.empty();
        }
        return Optional.of(new Admission(
                new WorkspaceId(item.text("workspace")),
                new UserId(item.count("user")),
                item.instant("sessionEndsAt")));
    }
}
