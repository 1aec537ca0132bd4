package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.aws.LocalStackEndpoint;
import dev.tagalong.aws.SaysWhySkipped;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;

/** The same contracts, on LocalStack in a container. */
@ExtendWith(SaysWhySkipped.class)
@Testcontainers(disabledWithoutDocker = true)
final class LocalStackTest {
    private static final String TABLE = "tagalong";

    @Container
    private static final LocalStackContainer LOCALSTACK = LocalStackEndpoint.with("dynamodb");

    private static DynamoDbClient client() {
        return LocalStackEndpoint.at(LOCALSTACK, DynamoDbClient.builder());
    }

    @BeforeAll
    static void createTable() {
        try (var client = client()) {
            TestTable.create(client, TABLE);
        }
    }

    private static StoredWorkspace there() {
        return new StoredWorkspace(client(), TABLE);
    }

    @Test
    void tableHasTheIndexesOfTheTemplate() {
        var defined = TestTable.definition(TABLE);
        try (var client = client()) {
            var table =
                    client.describeTable(request -> request.tableName(TABLE)).table();

            assertThat(table.localSecondaryIndexes())
                    .extracting(LocalSecondaryIndexDescription::indexName)
                    .containsExactlyInAnyOrderElementsOf(defined.localSecondaryIndexes().stream()
                            .map(LocalSecondaryIndex::indexName)
                            .toList());
            assertThat(table.globalSecondaryIndexes())
                    .extracting(GlobalSecondaryIndexDescription::indexName)
                    .containsExactlyInAnyOrderElementsOf(defined.globalSecondaryIndexes().stream()
                            .map(GlobalSecondaryIndex::indexName)
                            .toList());
        }
    }

    @Nested
    final class ClaimsThere extends ClaimsContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class AddressesThere extends AddressesContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class ApiKeysThere extends ApiKeysContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class SubscriptionsThere extends SubscriptionsContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class LedgerThere extends LedgerContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class PeopleThere extends PeopleContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class EstateThere extends EstateContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class ReadsThere extends ReadsContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class InboxRowsThere extends InboxRowsContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class ConnectionsThere extends ConnectionsContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class MailWindowsThere extends MailWindowsContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class MailTokensThere extends MailTokensContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class FanOutStoresThere extends FanOutStoresContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class RemainsThere extends RemainsContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class ItemsThere extends ItemsContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }

    @Nested
    final class PurgesThere extends PurgesContract {
        @Override
        StoredWorkspace open() {
            return there();
        }
    }
}
