package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.store.Commit;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One item of a transaction, and what it means when its condition fails.
 *
 * @param refused from what was stored instead, empty if nothing was, to the outcome of the commit
 */
record Step(TransactWriteItem item, Function<Map<String, AttributeValue>, Commit> refused) {

    /** Stores an item under a key that nothing has. */
    static Step create(String table, Map<String, AttributeValue> item, Commit taken) {
        return put(table, item, "attribute_not_exists(PK)", Map.of(), taken);
    }

    /** Takes a name that must be unique, for whatever has that id. */
    static Step name(String table, Keys.Key key, String of, String field) {
        return create(table, Item.of(key, "name").put("of", of).attributes(), new Commit.Taken(field));
    }

    /** Stores an item, whatever was there. */
    static Step replace(String table, Map<String, AttributeValue> item) {
        return new Step(
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table).item(item))
                        .build(),
                stored -> new Commit.Stale());
    }

    static Step put(
            String table,
            Map<String, AttributeValue> item,
            String condition,
            Map<String, AttributeValue> values,
            Commit refused) {
        return new Step(
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table)
                                .item(item)
                                .conditionExpression(condition)
                                .expressionAttributeValues(values.isEmpty() ? null : values))
                        .build(),
                stored -> refused);
    }

    /** Stores an item in place of one of which the conditions hold; stale if they do not. */
    static Step put(String table, Map<String, AttributeValue> item, Expressions conditions) {
        return new Step(
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table)
                                .item(item)
                                .conditionExpression(conditions.condition())
                                .expressionAttributeNames(conditions.names())
                                .expressionAttributeValues(conditions.values()))
                        .build(),
                stored -> new Commit.Stale());
    }

    static Step delete(String table, Keys.Key key, String condition, Map<String, AttributeValue> values) {
        return new Step(
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(table)
                                .key(key.attributes())
                                .conditionExpression(condition)
                                .expressionAttributeValues(values))
                        .build(),
                stored -> new Commit.Stale());
    }

    static Step deleteAny(String table, Keys.Key key) {
        return new Step(
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(table).key(key.attributes()))
                        .build(),
                stored -> new Commit.Stale());
    }

    static Step expect(String table, Keys.Key key, String condition, Map<String, AttributeValue> values) {
        return new Step(
                TransactWriteItem.builder()
                        .conditionCheck(check -> check.tableName(table)
                                .key(key.attributes())
                                .conditionExpression(condition)
                                .expressionAttributeValues(values.isEmpty() ? null : values))
                        .build(),
                stored -> new Commit.Stale());
    }

    /** Changes nothing, and is stale unless the conditions hold. */
    static Step expect(String table, Keys.Key key, Expressions expressions) {
        var values = expressions.values();
        return new Step(
                TransactWriteItem.builder()
                        .conditionCheck(check -> check.tableName(table)
                                .key(key.attributes())
                                .conditionExpression(expressions.condition())
                                .expressionAttributeNames(expressions.names())
                                .expressionAttributeValues(values.isEmpty() ? null : values))
                        .build(),
                stored -> new Commit.Stale());
    }

    static Step update(
            String table,
            Keys.Key key,
            Expressions expressions,
            Function<Map<String, AttributeValue>, Commit> refused) {
        return new Step(
                TransactWriteItem.builder()
                        .update(update -> update.tableName(table)
                                .key(key.attributes())
                                .updateExpression(expressions.update())
                                .conditionExpression(expressions.condition())
                                .expressionAttributeNames(expressions.names())
                                .expressionAttributeValues(expressions.values())
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                        .build(),
                refused);
    }
}
