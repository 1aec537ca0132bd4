package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.notification.AutoFollow;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.people.MailTrouble;
import dev.tagalong.domain.people.Person;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.UserType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A user's PROFILE item, their settings in it. */
final class UserItem {
    static final String ENTITY = "entity";
    /** The entity of a user who was not erased. */
    static final String HERE = "user";

    static final String EXTERNAL_ID = "externalId";
    static final String ROLE = "role";
    static final String FIRST_NAME = "firstName";
    static final String LAST_NAME = "lastName";
    static final String EMAIL = "email";
    static final String AVATAR_URL = "avatarUrl";
    static final String ACTIVE = "active";
    static final String TEAMS = "teams";
    static final String SETTINGS = "settings";
    static final String MAIL_TROUBLE = "mailTrouble";

    private UserItem() {}

    static Map<String, AttributeValue> write(WorkspaceId workspace, User user) {
        var role = user.role();
        var trouble = user.mailTrouble();
        return Item.of(Keys.profile(workspace, user.id()), HERE)
                .put("workspace", workspace.value())
                .put("id", user.id().value())
                .put("uuid", user.uuid().toString())
                .put(EXTERNAL_ID, user.externalId())
                .put("type", user.type())
                .put(ROLE, role == null ? null : Item.word(role))
                .put(FIRST_NAME, user.person().firstName())
                .put(LAST_NAME, user.person().lastName())
                .put(EMAIL, user.person().email())
                .put(AVATAR_URL, user.person().avatarUrl())
                .put(ACTIVE, user.active())
                .put(MAIL_TROUBLE, trouble == null ? null : Item.word(trouble))
                .put(TEAMS, teams(user))
                .put(SETTINGS, settings(user.settings()))
                .attributes();
    }

    /** Holds only for what was read of that user and an admin may change. */
    static Expressions asRead(WorkspaceId workspace, User user) {
        var read = write(workspace, user);
        var conditions = new Expressions();
        for (var name : List.of(ENTITY, EXTERNAL_ID, ROLE, FIRST_NAME, LAST_NAME, EMAIL, AVATAR_URL, ACTIVE)) {
            conditions.equal(name, read.get(name));
        }
        return conditions;
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
        var role = item.textOrNull(ROLE);
        var trouble = item.textOrNull(MAIL_TROUBLE);
        return new User(
                new UserId(item.count("id")),
                UUID.fromString(item.text("uuid")),
                item.textOrNull(EXTERNAL_ID),
                item.constant("type", UserType.class),
                role == null ? null : Item.constant(Role.class, role),
                new Person(
                        item.text(FIRST_NAME),
                        item.text(LAST_NAME),
                        item.textOrNull(EMAIL),
                        item.textOrNull(AVATAR_URL)),
                item.map(TEAMS).keySet().stream()
                        .map(team -> new TeamId(Integer.parseInt(team)))
                        .collect(Collectors.toUnmodifiableSet()),
                item.flag(ACTIVE),
                settings(Item.read(item.map(SETTINGS))),
                trouble == null ? null : Item.constant(MailTrouble.class, trouble));
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
