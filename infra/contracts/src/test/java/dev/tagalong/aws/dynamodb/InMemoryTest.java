package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The same contracts, on the store in memory: what the tests of domain and handlers rest on is no other store. */
final class InMemoryTest {
    private static List<Class<?>> contracts(Class<?> suite) {
        return Stream.of(suite.getDeclaredClasses())
                .<Class<?>>map(Class::getSuperclass)
                .toList();
    }

    private static boolean asksForATable(Class<?> contract) {
        return Stream.of(contract.getDeclaredMethods())
                .anyMatch(method -> method.getReturnType().equals(StoredWorkspace.class));
    }

    @Test
    void everyContractThatAsksForNoTableIsHeldHere() {
        var held = contracts(DynamoDbLocalTest.class).stream()
                .filter(contract -> !asksForATable(contract))
                .toList();

        assertThat(contracts(InMemoryTest.class)).isNotEmpty().containsExactlyInAnyOrderElementsOf(held);
    }

    @Nested
    final class ClaimsThere extends ClaimsContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class AddressesThere extends AddressesContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class ApiKeysThere extends ApiKeysContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class SubscriptionsThere extends SubscriptionsContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class LedgerThere extends LedgerContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class PeopleThere extends PeopleContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class EstateThere extends EstateContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class ReadsThere extends ReadsContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class InboxRowsThere extends InboxRowsContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class ConnectionsThere extends ConnectionsContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class MailWindowsThere extends MailWindowsContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class MailTokensThere extends MailTokensContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class FanOutStoresThere extends FanOutStoresContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }

    @Nested
    final class RemainsThere extends RemainsContract {
        @Override
        Workspace open() {
            return Workspace.inMemory();
        }
    }
}
