package dev.tagalong.aws.dynamodb;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The contracts, on DynamoDB Local in this process. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
final class DynamoDbLocalTest {
    private static StoredWorkspace local() {
        return new StoredWorkspace(LocalDynamoDb.client(), LocalDynamoDb.TABLE);
    }

    @Nested
    final class ClaimsThere extends ClaimsContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class AddressesThere extends AddressesContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class ApiKeysThere extends ApiKeysContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class SubscriptionsThere extends SubscriptionsContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class LedgerThere extends LedgerContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class PeopleThere extends PeopleContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class EstateThere extends EstateContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class ReadsThere extends ReadsContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class InboxRowsThere extends InboxRowsContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class ConnectionsThere extends ConnectionsContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class MailWindowsThere extends MailWindowsContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class MailTokensThere extends MailTokensContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class FanOutStoresThere extends FanOutStoresContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class RemainsThere extends RemainsContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class ItemsThere extends ItemsContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }

    @Nested
    final class PurgesThere extends PurgesContract {
        @Override
        StoredWorkspace open() {
            return local();
        }
    }
}
