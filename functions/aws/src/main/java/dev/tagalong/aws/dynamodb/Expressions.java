package dev.tagalong.aws.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Gathers the update and condition expressions of one UpdateItem. Attribute names are always given by placeholder. */
final class Expressions {
    private final List<String> sets = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private final List<String> adds = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    /** Sets an attribute, or removes it if value is null. */
    Expressions set(String name, @Nullable AttributeValue value) {
        if (value == null) {
            removes.add(name(name));
        } else {
            sets.add(name(name) + " = " + value(value));
        }
        return this;
    }

    /** Sets a key of a map that is there, or removes it if value is null; holds only if that changes whether it has the key. */
    Expressions move(String map, String key, @Nullable AttributeValue value) {
        var path = name(map) + "." + name("in" + key, key);
        if (value == null) {
            removes.add(path);
            conditions.add("attribute_exists(" + path + ")");
        } else {
            sets.add(path + " = " + value(value));
            conditions.add("attribute_not_exists(" + path + ")");
        }
        return this;
    }

    Expressions add(String name, long delta) {
        adds.add(name(name) + " " + value(AttributeValue.fromN(Long.toString(delta))));
        return this;
    }

    Expressions exists() {
        conditions.add("attribute_exists(" + name(Keys.PK) + ")");
        return this;
    }

    Expressions equal(String name, @Nullable AttributeValue value) {
        conditions.add(value == null ? "attribute_not_exists(" + name(name) + ")" : name(name) + " = " + value(value));
        return this;
    }

    Expressions less(String name, long bound) {
        conditions.add(name(name) + " < " + value(AttributeValue.fromN(Long.toString(bound))));
        return this;
    }

    Expressions absentOrLess(String name, long bound) {
        conditions.add("(attribute_not_exists(" + name(name) + ") OR " + name(name) + " < "
                + value(AttributeValue.fromN(Long.toString(bound))) + ")");
        return this;
    }

    String update() {
        var clauses = new ArrayList<String>();
        clause(clauses, "SET ", sets);
        clause(clauses, "REMOVE ", removes);
        clause(clauses, "ADD ", adds);
        return String.join(" ", clauses);
    }

    String condition() {
        return String.join(" AND ", conditions);
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    private static void clause(List<String> clauses, String word, List<String> parts) {
        if (!parts.isEmpty()) {
            clauses.add(word + String.join(", ", parts));
        }
    }

    private String name(String name) {
        return name(name, name);
    }

    private String name(String called, String name) {
        var placeholder = "#" + called;
        names.put(placeholder, name);
        return placeholder;
    }

    private String value(AttributeValue value) {
        var placeholder = ":v" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }
}
