package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An entry of the log, which is also the outbox: the stream delivers it to the fan-out. Ids only. */
public final class ActivityItem {
    private static final Pattern NAMED = Pattern.compile("W#([^#]+)#AUDIT#CONV#([^#]+) " + Keys.EVENT + "(.+)");

    private ActivityItem() {}

    static Map<String, AttributeValue> write(Activity activity) {
        var target = activity.target();
        var message = activity.message();
        return Item.of(Keys.activity(activity.workspace(), activity.conversation(), activity.id()), "activity")
                .put("workspace", activity.workspace().value())
                .put("type", activity.type())
                .put("actor", activity.actor().value())
                .put("target", target == null ? null : target.value())
                .put("message", message == null ? null : message.toString())
                .put(
                        "details",
                        activity.details().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, entry -> AttributeValue.fromS(entry.getValue()))))
                .put("createdAt", activity.createdAt())
                .attributes();
    }

    /** Reads an entry from the image of its item; throws IllegalStateException if something is missing. */
    public static Activity read(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        var key = Keys.Key.of(attributes);
        var target = item.numberOrNull("target");
        var message = item.textOrNull("message");
        return new Activity(
                EventId.parse(key.sk().substring(Keys.EVENT.length())),
                new WorkspaceId(item.text("workspace")),
                Keys.conversationOf(key),
                item.constant("type", ActivityType.class),
                new UserId(item.count("actor")),
                target == null ? null : new UserId(target.intValue()),
                message == null ? null : EventId.parse(message),
                item.map("details").entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().s())),
                item.instant("createdAt"));
    }

    /** What an entry is called whose item cannot be read: its workspace, conversation and id, or its key if that says less. */
    public static String name(Map<String, AttributeValue> key) {
        var read = Keys.Key.of(key);
        var named = NAMED.matcher(read.pk() + " " + read.sk());
        return named.matches()
                ? String.join("/", named.group(1), named.group(2), named.group(3))
                : read.pk() + " " + read.sk();
    }
}
