package dev.tagalong.handlers.communications;

import dev.tagalong.domain.subscription.Fault;
import dev.tagalong.domain.subscription.ThreadCategory;
import dev.tagalong.domain.subscription.ThreadEvent;
import dev.tagalong.domain.subscription.ThreadType;
import dev.tagalong.domain.subscription.Topic;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.http.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Topics on the wire: by type and category, each with its events, all in capitals. */
final class TopicsWire {
    private static final int MOST = 50;
    private static final Pattern SHOWN = Pattern.compile("\\p{Print}{0,40}");

    private TopicsWire() {}

    /** The topics of a list; none if it is absent. Throws UnknownWord. */
    static Set<Topic> read(Fields entry, String list) {
        var topics = new HashSet<Topic>();
        for (var group : entry.objects(list, MOST)) {
            var category = group.object("category");
            var type = word(group, "type", ThreadType.class, Fault.Code.UNKNOWN_TYPE);
            var by = word(category, "name", ThreadCategory.class, Fault.Code.UNKNOWN_CATEGORY);
            category.strings("events", MOST)
                    .forEach(event -> topics.add(
                            new Topic(type, by, constant(event, ThreadEvent.class, Fault.Code.UNKNOWN_EVENT))));
        }
        return topics;
    }

    private static <E extends Enum<E>> E word(Fields fields, String name, Class<E> type, Fault.Code code) {
        return constant(fields.string(name), type, code);
    }

    private static <E extends Enum<E>> E constant(String word, Class<E> type, Fault.Code code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnknownWord(
                        code, "must be one of " + Arrays.toString(type.getEnumConstants()) + instead(word)));
    }

    private static String instead(String word) {
        return SHOWN.matcher(word).matches() ? ", not \"" + word + "\"" : "";
    }

    static List<Map<String, @Nullable Object>> write(Set<Topic> topics) {
        var groups = new ArrayList<Map<String, @Nullable Object>>();
        for (var type : ThreadType.values()) {
            for (var category : ThreadCategory.values()) {
                var events = events(topics, type, category);
                if (!events.isEmpty()) {
                    groups.add(Json.object(
                            "type", type.name(), "category", Json.object("name", category.name(), "events", events)));
                }
            }
        }
        return groups;
    }

    private static List<String> events(Set<Topic> topics, ThreadType type, ThreadCategory category) {
        return topics.stream()
                .filter(topic -> topic.type() == type && topic.category() == category)
                .map(Topic::event)
                .sorted()
                .map(ThreadEvent::name)
                .collect(Collectors.toList());
    }
}
