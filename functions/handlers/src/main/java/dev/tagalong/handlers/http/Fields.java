package dev.tagalong.handlers.http;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.Uuids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, read strictly: a value of the wrong type is refused with the field's name, and nothing is
 * converted. A field that is absent and one that is null are the same, except to {@link #has}.
 */
public final class Fields {
    private static final Pattern EXTERNAL_ID = Pattern.compile("[^/?#%\\p{Cntrl}]+");

    private final Map<String, @Nullable Object> fields;
    private final String path;

    private Fields(Map<String, @Nullable Object> fields, String path) {
        this.fields = fields;
        this.path = path;
    }

    /** Reads a body; an empty one is an object without fields. */
    public static Fields parse(String body) {
        if (body.isBlank()) {
            return new Fields(Map.of(), "");
        }
        try {
            if (Json.readAny(body) instanceof Map<?, ?> object) {
                return new Fields(named(object), "");
            }
        } catch (IllegalArgumentException notJson) {
            throw new BadInput("body", "must be a JSON object");
        }
        throw new BadInput("body", "must be a JSON object");
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> object) {
        var copy = new HashMap<String, @Nullable Object>();
        object.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    /** The fields of an object that was read already, such as an operator's payload. */
    public static Fields of(Map<String, ?> object) {
        return new Fields(new HashMap<>(object), "");
    }

    /** Whether the field is there, be it null. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Whether the field is there and not null. */
    public boolean isGiven(String name) {
        return fields.get(name) != null;
    }

    /** Whatever the field is, for a field of more than one type; absent if it is not there or null. */
    public Optional<Object> any(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Refuses a field by name, for what only the caller can judge. */
    public RuntimeException refuse(String name, String problem) {
        return new BadInput(path + name, problem);
    }

    /** A text of 1 to most characters that is not blank. */
    public String text(String name, int most) {
        return optionalText(name, most).orElseThrow(() -> refuse(name, "is required"));
    }

    /** The same, absent if the field is. */
    public Optional<String> optionalText(String name, int most) {
        return value(name, String.class, "must be a string").map(text -> {
            if (text.isBlank()) {
                throw refuse(name, "must not be empty");
            }
            if (text.length() > most) {
                throw refuse(name, "must have at most " + most + " characters");
            }
            if (text.indexOf('\0') >= 0) {
                throw refuse(name, "must not hold NUL characters");
            }
            if (!isUnicode(text)) {
                throw refuse(name, "must be Unicode text");
            }
            return text;
        });
    }

    /** Whether every surrogate has its other half; half a character can be neither stored nor sent. */
    private static boolean isUnicode(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** A text that may be empty. */
    public String textOrEmpty(String name, int most) {
        var given = value(name, String.class, "must be a string");
        return given.filter(String::isBlank).isPresent()
                ? ""
                : optionalText(name, most).orElse("");
    }

    /** Whatever string it is, for words that mean nothing without refusing what is around them; empty if absent. */
    public String string(String name) {
        return value(name, String.class, "must be a string").orElse("");
    }

    /** A list of whatever strings, at most so many; empty if the field is absent. */
    public List<String> strings(String name, int most) {
        return list(name, most).stream()
                .map(value -> {
                    if (value instanceof String text) {
                        return text;
                    }
                    throw refuse(name, "must hold strings");
                })
                .toList();
    }

    /** A whole number from least to most. */
    public int number(String name, int least, int most) {
        return optionalNumber(name, least, most).orElseThrow(() -> refuse(name, "is required"));
    }

    /** The same, absent if the field is. */
    public Optional<Integer> optionalNumber(String name, int least, int most) {
        return Optional.ofNullable(fields.get(name)).map(value -> whole(name, value, least, most));
    }

    private int whole(String name, Object value, int least, int most) {
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        var range = most == Integer.MAX_VALUE
                ? least == 1 ? "a positive whole number" : "a whole number from " + least + " on"
                : "a whole number from " + least + " to " + most;
        throw refuse(name, "must be " + range);
    }

    /** A list of positive whole numbers, at most so many; empty if the field is absent. */
    public List<Integer> numbers(String name, int most) {
        return list(name, most).stream()
                .map(value -> whole(name, value, 1, Integer.MAX_VALUE))
                .toList();
    }

    /** A list of texts of 1 to longest characters, at most so many; empty if the field is absent. */
    public List<String> texts(String name, int most, int longest) {
        return list(name, most).stream()
                .map(value -> {
                    if (value instanceof String text && isMember(text, longest)) {
                        return text;
                    }
                    throw refuse(name, "must hold strings of 1 to " + longest + " characters");
                })
                .toList();
    }

    /** A list of 1 to so many uuids in their canonical form; a member that is none is named by its place. */
    public List<UUID> uuids(String name, int most) {
        return members(name, most, (place, member) -> {
            if (member instanceof String text) {
                return Words.uuid(path + place, text);
            }
            throw refuse(place, "must be a string");
        });
    }

    /** A list of 1 to so many positive whole numbers; a member that is none is named by its place. */
    public List<Integer> positives(String name, int most) {
        return members(name, most, (place, member) -> whole(place, member, 1, Integer.MAX_VALUE));
    }

    private <T> List<T> members(String name, int most, BiFunction<String, Object, T> read) {
        List<?> list = value(name, List.class, "must be a list").orElseThrow(() -> refuse(name, "is required"));
        if (list.isEmpty() || list.size() > most) {
            throw refuse(name, "must have 1 to " + most + " members");
        }
        var members = new ArrayList<T>();
        for (var member : list) {
            var place = name + "[" + members.size() + "]";
            if (member == null) {
                throw refuse(place, "must not be null");
            }
            members.add(read.apply(place, member));
        }
        return members;
    }

    /** A list of objects, at most so many; empty if the field is absent. */
    public List<Fields> objects(String name, int most) {
        var objects = new ArrayList<Fields>();
        for (var member : list(name, most)) {
            if (!(member instanceof Map<?, ?> object)) {
                throw refuse(name, "must hold objects");
            }
            objects.add(new Fields(named(object), path + name + "[" + objects.size() + "]."));
        }
        return objects;
    }

    private static boolean isMember(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.indexOf('\0') < 0 && isUnicode(text);
    }

    private List<?> list(String name, int most) {
        List<?> list = value(name, List.class, "must be a list").orElse(List.of());
        if (list.size() > most) {
            throw refuse(name, "must have at most " + most + " members");
        }
        for (var member : list) {
            if (member == null) {
                throw refuse(name, "must not hold null");
            }
        }
        return list;
    }

    /** True or false; absent if the field is. */
    public Optional<Boolean> flag(String name) {
        return value(name, Boolean.class, "must be true or false");
    }

    /** One of an enum's words, in lower case; absent if the field is. */
    public <E extends Enum<E>> Optional<E> optionalWord(String name, Class<E> type) {
        return value(name, String.class, "must be a string").map(word -> Words.read(path + name, word, type));
    }

    /** One of an enum's words, in lower case. */
    public <E extends Enum<E>> E word(String name, Class<E> type) {
        return optionalWord(name, type).orElseThrow(() -> refuse(name, "is required"));
    }

    /** A point in time as RFC 3339 spells it, with its offset from UTC, to the millisecond; absent if the field is. */
    public Optional<Instant> optionalTime(String name) {
        return value(name, String.class, "must be a time").map(text -> Words.time(path + name, text));
    }

    /** A uuid in its canonical form; absent if the field is. */
    public Optional<UUID> optionalUuid(String name) {
        return value(name, String.class, "must be a string").map(text -> Words.uuid(path + name, text));
    }

    /**
     * The id that another system has for something, as it can stand in a path; absent if the field is. It has not the form of
     * a uuid: paths take an external id or a uuid, and look for the former first.
     */
    public Optional<String> optionalExternalId(String name) {
        return optionalText(name, 200).map(id -> {
            if (!EXTERNAL_ID.matcher(id).matches()) {
                throw refuse(name, "must not hold / ? # % or control characters");
            }
            if (Uuids.read(id).isPresent()) {
                throw refuse(name, "must not have the form of a uuid");
            }
            return id;
        });
    }

    /** A user by number or by uuid; absent if the field is. */
    public Optional<UserName> optionalUser(String name) {
        if (fields.get(name) instanceof String text) {
            return Optional.of(new UserName.ByUuid(Words.uuid(path + name, text)));
        }
        return optionalNumber(name, 1, Integer.MAX_VALUE).map(number -> new UserName.ById(new UserId(number)));
    }

    /** An object within; without fields if the field is absent. */
    public Fields object(String name) {
        Map<?, ?> inner = value(name, Map.class, "must be an object").orElse(Map.of());
        return new Fields(named(inner), path + name + ".");
    }

    private <T> Optional<T> value(String name, Class<T> type, String problem) {
        var value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw refuse(name, problem);
        }
        return Optional.of(type.cast(value));
    }
}
