package dev.tagalong.local.storage;

import dev.tagalong.local.template.Template;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/** Turns the template's properties of a table into the call that makes it. */
public final class TableProperties {
    private TableProperties() {}

    /** The call that makes a table of that name. */
    public static CreateTableRequest request(String name, Map<String, Object> properties) {
        var stream = Template.object(properties, "StreamSpecification");
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(each(properties, "AttributeDefinitions", TableProperties::attribute))
                .keySchema(keys(properties))
                .localSecondaryIndexes(each(properties, "LocalSecondaryIndexes", TableProperties::local))
                .globalSecondaryIndexes(each(properties, "GlobalSecondaryIndexes", TableProperties::global))
                .streamSpecification(specification ->
                        specification.streamEnabled(true).streamViewType(text(stream, "StreamViewType")))
                .build();
    }

    private static <T> List<T> each(
            Map<String, Object> properties, String name, Function<Map<String, Object>, T> form) {
        return Template.list(properties, name).stream()
                .map(Template::object)
                .map(form)
                .toList();
    }

    private static AttributeDefinition attribute(Map<String, Object> properties) {
        return AttributeDefinition.builder()
                .attributeName(text(properties, "AttributeName"))
                .attributeType(text(properties, "AttributeType"))
                .build();
    }

    private static List<KeySchemaElement> keys(Map<String, Object> properties) {
        return each(
                properties,
                "KeySchema",
                key -> KeySchemaElement.builder()
                        .attributeName(text(key, "AttributeName"))
                        .keyType(text(key, "KeyType"))
                        .build());
    }

    private static LocalSecondaryIndex local(Map<String, Object> properties) {
        return LocalSecondaryIndex.builder()
                .indexName(text(properties, "IndexName"))
                .keySchema(keys(properties))
                .projection(projection(properties))
                .build();
    }

    private static GlobalSecondaryIndex global(Map<String, Object> properties) {
        return GlobalSecondaryIndex.builder()
                .indexName(text(properties, "IndexName"))
                .keySchema(keys(properties))
                .projection(projection(properties))
                .build();
    }

    private static Projection projection(Map<String, Object> properties) {
        var projection = Template.object(properties, "Projection");
        var others = Template.list(projection, "NonKeyAttributes").stream()
                .map(String::valueOf)
                .toList();
        var builder = Projection.builder().projectionType(text(projection, "ProjectionType"));
        return others.isEmpty()
                ? builder.build()
                : builder.nonKeyAttributes(others).build();
    }

    private static String text(Map<String, Object> properties, String name) {
        return String.valueOf(properties.get(name));
    }
}
