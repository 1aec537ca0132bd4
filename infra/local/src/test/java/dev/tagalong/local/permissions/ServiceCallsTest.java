package dev.tagalong.local.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.local.template.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** What IAM is asked about statements, which say what they do in words. */
class ServiceCallsTest {
    private static final Set<String> TABLE = Set.of(Deployment.arn("dynamodb", "table/tagalong"));

    private static List<ServiceCall> calls(String statement, String... parameters) {
        var one = BatchStatementRequest.builder()
                .statement(statement)
                .parameters(Stream.of(parameters).map(AttributeValue::fromS).toList())
                .build();
        return ServiceCalls.of(
                "BatchExecuteStatement",
                BatchExecuteStatementRequest.builder().statements(one).build());
    }

    @Test
    void aStatementNeedsItsKindOnItsTableForItsPartition() {
        assertThat(calls("INSERT INTO \"tagalong\" VALUE {'PK': ?, 'SK': ?}", "W#demo#USER#1", "NOTIF#1"))
                .containsExactly(new ServiceCall("dynamodb:PartiQLInsert", TABLE, Set.of("W#demo#USER#1")));
        assertThat(calls(
                        "UPDATE \"tagalong\" SET readAt = ? WHERE PK = ? AND SK = ?", "now", "W#demo#AUDIT#1", "EVT#1"))
                .containsExactly(new ServiceCall("dynamodb:PartiQLUpdate", TABLE, Set.of("W#demo#AUDIT#1")));
    }

    @Test
    void aTransactionNeedsEachActionForItsOwnKeyAndForTheKeysOfAll() {
        var transaction = TransactWriteItemsRequest.builder()
                .transactItems(
                        TransactWriteItem.builder()
                                .update(update -> update.tableName("tagalong")
                                        .key(Map.of("PK", AttributeValue.fromS("W#demo#CONV#1"))))
                                .build(),
                        TransactWriteItem.builder()
                                .put(put -> put.tableName("tagalong")
                                        .item(Map.of("PK", AttributeValue.fromS("W#demo#AUDIT#1"))))
                                .build())
                .build();
        var both = Set.of("W#demo#CONV#1", "W#demo#AUDIT#1");

        assertThat(ServiceCalls.of("TransactWriteItems", transaction))
                .containsExactlyInAnyOrder(
                        new ServiceCall("dynamodb:UpdateItem", TABLE, Set.of("W#demo#CONV#1")),
                        new ServiceCall("dynamodb:PutItem", TABLE, Set.of("W#demo#AUDIT#1")),
                        new ServiceCall("dynamodb:UpdateItem", TABLE, both),
                        new ServiceCall("dynamodb:PutItem", TABLE, both));
    }

    @Test
    void aStatementThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> calls("DELETE FROM \"tagalong\" WHERE PK = ? AND SK = ?", "W#demo#USER#1", "NOTIF#1"))
                .hasMessageContaining("DELETE FROM");
        assertThatThrownBy(() -> calls("UPDATE \"tagalong\" SET readAt = ? WHERE SK = ?", "now", "NOTIF#1"))
                .hasMessageContaining("UPDATE");
    }
}
