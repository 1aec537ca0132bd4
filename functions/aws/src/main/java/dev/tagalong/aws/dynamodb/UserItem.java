package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.notification.AutoFollow;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A user's PROFILE item, their settings in it. */
final class UserItem {
    static final String TEAMS = "teams";
    static final String SETTINGS = "settings";

    private UserItem() {}

    static Map<String, AttributeValue> write(WorkspaceId workspace, User user) {
        var role = user.role();
        return Item.of(Keys.profile(workspace, user.id()), "user")
                .put("id", user.id().value())
                .put("uuid", user.uuid().toString())
                .put("externalId", user.externalId())
                .put("type", user.type())
                .put("role", role == null ? null : Item.word(role))
                .put("firstName", user.person().firstName())
                .put("lastName", user.person().lastName())
                .put("email", user.person().email())
                .put("avatarUrl", user.person().avatarUrl())
                .put("active", user.active())
                .put(TEAMS, teams(user))
                .put(SETTINGS, settings(user.settings()))
                .attributes();
    }

    /** The teams as a map, whose keys are what counts: an empty one may be stored, an empty set may not. */
    static Map<String, AttributeValue> teams(User user) {
        return user.teams().stream()
                .collect(Collectors.toMap(
                        team -> Integer.toString(team.value()), team -> AttributeValue.fromBool(true)));
    }

    static Map<String, AttributeValue> settings(NotificationSettings settings) {
        var map = new HashMap<String, AttributeValue>();
        settings.channels()
                .forEach((kind, channels) -> map.put(
                        Item.word(kind),
                        AttributeValue.fromM(Map.of(
                                "toast", AttributeValue.fromBool(channels.toast()),
                                "email", AttributeValue.fromBool(channels.email())))));
        var auto = settings.autoFollow();
        map.put(
                "autoFollow",
                AttributeValue.fromM(Map.of(
                        "mention", AttributeValue.fromBool(auto.mention()),
                        "reply", AttributeValue.fromBool(auto.reply()),
                        "assign", AttributeValue.fromBool(auto.assign()))));
        var quiet = settings.quietWindow();
        if (quiet != null) {
            map.put("quietSeconds", AttributeValue.fromN(Long.toString(quiet.toSeconds())));
        }
        return map;
    }

    static User read(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        var role = item.textOrNull("role");
        return new User(
                new UserId(item.count("id")),
                UUID.fromString(item.text("uuid")),
                item.textOrNull("externalId"),
                item.constant("type", UserType.class),
                role == null ? null : Item.constant(Role.class, role),
                new Person(
                        item.text("firstName"),
                        item.text("lastName"),
                        item.textOrNull("email"),
                        item.textOrNull("avatarUrl")),
                item.map(TEAMS).keySet().stream()
                        .map(team -> new TeamId(Integer.parseInt(team)))
                        .collect(Collectors.toUnmodifiableSet()),
                item.flag("active"),
                settings(Item.read(item.map(SETTINGS))));
    }

    private static NotificationSettings settings(Item item) {
        var channels = new EnumMap<Kind, Channels>(Kind.class);
        for (var kind : Kind.values()) {
            if (item.has(Item.word(kind))) {
                var each = Item.read(item.map(Item.word(kind)));
                channels.put(kind, new Channels(each.flag("toast"), each.flag("email")));
            }
        }
        var auto = Item.read(item.map("autoFollow"));
        var quiet = item.numberOrNull("quietSeconds");
        return new NotificationSettings(
                channels,
                new AutoFollow(auto.flag("mention"), auto.flag("reply"), auto.flag("assign")),
                quiet == null ? null : Duration.ofSeconds(quiet));
    }
}
