package dev.tagalong.aws.dynamodb;

import dev.tagalong.local.storage.TableProperties;
import dev.tagalong.local.template.Template;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** The table as template.yaml defines it. */
final class TestTable {
    /** Its properties there. */
    static final Map<String, Object> PROPERTIES = Template.read(Path.of("../../template.yaml"))
            .resources("AWS::DynamoDB::Table")
            .values()
            .iterator()
            .next();

    private TestTable() {}

    /** What creates it. */
    static CreateTableRequest definition(String name) {
        return TableProperties.request(name, PROPERTIES);
    }

    static void create(DynamoDbClient client, String name) {
        client.createTable(definition(name));
        try (var waiter = client.waiter()) {
            waiter.waitUntilTableExists(request -> request.tableName(name));
        }
    }
}
