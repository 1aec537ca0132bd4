package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.RandomIds;
import dev.tagalong.domain.memory.SettableClock;
import java.security.SecureRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A workspace in a table. */
final class StoredWorkspace extends Workspace {
    final Table table;

    StoredWorkspace(DynamoDbClient client, String table) {
        this(new Table(client, table, new JitteredPause(new SecureRandom())), new SettableClock());
    }

    private StoredWorkspace(Table table, SettableClock clock) {
        super(new DynamoStores(table, clock, new RandomIds(clock, new SecureRandom())), clock);
        this.table = table;
    }
}
