package dev.tagalong.aws.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The table as template.yaml defines it. */
final class TestTable {
    private TestTable() {}

    /** What creates it. */
    static CreateTableRequest definition(String name) {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        attribute("PK", ScalarAttributeType.S),
                        attribute("SK", ScalarAttributeType.S),
                        attribute("LPK", ScalarAttributeType.S),
                        attribute("LSK", ScalarAttributeType.N),
                        attribute("arrival", ScalarAttributeType.S),
                        attribute("unread", ScalarAttributeType.S))
                .keySchema(key("PK", KeyType.HASH), key("SK", KeyType.RANGE))
                .localSecondaryIndexes(local("ByArrival", "arrival"), local("Unread", "unread"))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("ByActivity")
                        .keySchema(key("LPK", KeyType.HASH), key("LSK", KeyType.RANGE))
                        .projection(projection -> projection
                                .projectionType(ProjectionType.INCLUDE)
                                .nonKeyAttributes("pr", "ch", "tg", "au", "at", "cu", "in", "de"))
                        .build())
                .streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
                .build();
    }

    static void create(DynamoDbClient client, String name) {
        client.createTable(definition(name));
        try (var waiter = client.waiter()) {
            waiter.waitUntilTableExists(request -> request.tableName(name));
        }
    }

    private static LocalSecondaryIndex local(String name, String sortKey) {
        return LocalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key("PK", KeyType.HASH), key(sortKey, KeyType.RANGE))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
