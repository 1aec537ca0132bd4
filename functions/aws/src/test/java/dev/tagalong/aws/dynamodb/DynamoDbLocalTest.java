package dev.tagalong.aws.dynamodb;

import org.junit.jupiter.api.Nested;

/** The contracts, on DynamoDB Local in this process. */
final class DynamoDbLocalTest {
    private static StoredWorkspace local() {
        return new StoredWorkspace(LocalDynamoDb.client(), LocalDynamoDb.TABLE);
    }

    @Nested
    final class LedgerThere extends LedgerContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }
}
