package dev.tagalong.aws.dynamodb;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads and builds the attributes of one item. Absent attributes read as null. */
final class Item {
    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    static Item read(Map<String, AttributeValue> attributes) {
        return new Item(attributes);
    }

    static Item of(Keys.Key key, String entity) {
        return new Item(new HashMap<>(key.attributes())).put("entity", entity);
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    Item put(String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, AttributeValue.fromS(value));
        }
        return this;
    }

    Item put(String name, @Nullable Number value) {
        if (value != null) {
            attributes.put(name, AttributeValue.fromN(value.toString()));
        }
        return this;
    }

    Item put(String name, @Nullable Instant value) {
        return put(name, value == null ? null : Long.valueOf(value.toEpochMilli()));
    }

    Item put(String name, boolean value) {
        attributes.put(name, AttributeValue.fromBool(value));
        return this;
    }

    Item put(String name, Enum<?> value) {
        return put(name, word(value));
    }

    Item putAll(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            attributes.put(
                    name,
                    AttributeValue.fromL(
                            values.stream().map(AttributeValue::fromS).toList()));
        }
        return this;
    }

    Item put(String name, Map<String, AttributeValue> value) {
        attributes.put(name, AttributeValue.fromM(value));
        return this;
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    @Nullable
    String textOrNull(String name) {
        var value = attributes.get(name);
        return value == null ? null : value.s();
    }

    String text(String name) {
        var value = textOrNull(name);
        if (value == null) {
            throw new IllegalStateException("an item lacks " + name);
        }
        return value;
    }

    @Nullable
    Long numberOrNull(String name) {
        var value = attributes.get(name);
        return value == null ? null : Long.valueOf(value.n());
    }

    long number(String name) {
        var value = numberOrNull(name);
        if (value == null) {
            throw new IllegalStateException("an item lacks " + name);
        }
        return value;
    }

    int count(String name) {
        return Math.toIntExact(number(name));
    }

    @Nullable
    Instant instantOrNull(String name) {
        var value = numberOrNull(name);
        return value == null ? null : Instant.ofEpochMilli(value);
    }

    Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    boolean flag(String name) {
        var value = attributes.get(name);
        return value != null && Boolean.TRUE.equals(value.bool());
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(type, text(name));
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    List<String> texts(String name) {
        var value = attributes.get(name);
        return value == null
                ? List.of()
                : value.l().stream().map(AttributeValue::s).toList();
    }

    Map<String, AttributeValue> map(String name) {
        var value = attributes.get(name);
        return value == null ? Map.of() : value.m();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
