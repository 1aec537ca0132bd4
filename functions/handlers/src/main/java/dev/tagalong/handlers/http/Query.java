package dev.tagalong.handlers.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query of a request, read from rawQueryString, since the parsed form that API Gateway gives joins repeated keys by
 * commas and so cannot be told from a value with a comma.
 */
public final class Query {
    private static final int MOST_SIZE = 100;

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    static Query parse(String raw) {
        var values = new HashMap<String, List<String>>();
        Arrays.stream(raw.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.merge(name, List.of(value), Query::joined);
        });
        return new Query(values);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new BadInput("query", "is not percent-encoded as it should be");
        }
    }

    /** The last value of a parameter; an empty one counts as absent. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getLast).filter(text -> !text.isEmpty());
    }

    /** The same, at most so many characters long. */
    public Optional<String> text(String name, int most) {
        return text(name).map(text -> {
            if (text.length() > most) {
                throw new BadInput(name, "must have at most " + most + " characters");
            }
            return text;
        });
    }

    /** The uuid of a parameter; absent if that is. */
    public Optional<UUID> uuid(String name) {
        return text(name).map(text -> Words.uuid(name, text));
    }

    /** Every value of a parameter that may name several: separated by commas, or repeated. */
    public List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The positive whole numbers of a parameter. */
    public List<Integer> numbers(String name) {
        return texts(name).stream().map(text -> Words.number(name, text)).toList();
    }

    /** The uuids of a parameter. */
    public List<UUID> uuids(String name) {
        return texts(name).stream().map(text -> Words.uuid(name, text)).toList();
    }

    /** The users that a parameter names, each by number or by uuid. */
    public List<UserName> users(String name) {
        return texts(name).stream().map(text -> UserName.read(name, text)).toList();
    }

    /** The words of a parameter, each one of an enum's in lower case. */
    public <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
        return texts(name).stream().map(text -> Words.read(name, text, type)).collect(Collectors.toUnmodifiableSet());
    }

    /** True or false; false if absent. */
    public boolean flag(String name) {
        return text(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new BadInput(name, "must be true or false");
                })
                .orElse(false);
    }

    /** The page asked for, from 1; 1 if absent. */
    public int page() {
        return text("page").map(text -> Words.number("page", text)).orElse(1);
    }

    /** How many rows are asked for, 1 to 100. */
    public int size(String name, int otherwise) {
        int size = text(name).map(text -> Words.number(name, text)).orElse(otherwise);
        if (size > MOST_SIZE) {
            throw new BadInput(name, "must be at most " + MOST_SIZE);
        }
        return size;
    }

    /** Refuses a parameter by name, for what only the caller can judge. */
    public RuntimeException refuse(String name, String problem) {
        return new BadInput(name, problem);
    }
}
