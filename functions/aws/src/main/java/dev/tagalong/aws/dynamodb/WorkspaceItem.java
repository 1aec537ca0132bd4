package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.WorkspaceSettings;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A workspace's own item, which holds its settings. */
final class WorkspaceItem {
    private WorkspaceItem() {}

    static Map<String, AttributeValue> write(WorkspaceId workspace, WorkspaceSettings settings) {
        return Item.of(Keys.workspace(workspace), "workspace")
                .put("participantLimit", settings.participantLimit())
                .put("followGrantsAccess", settings.followGrantsAccess())
                .put("assigneeCanFollow", settings.assigneeCanFollow())
                .put("quietSeconds", settings.quietWindow().toSeconds())
                .put("notificationsEnabled", settings.notificationsEnabled())
                .put("talkjsVersion", settings.talkjsVersion())
                .attributes();
    }

    /** Holds only for what was read of the settings. */
    static Expressions asRead(WorkspaceId workspace, WorkspaceSettings settings) {
        var conditions = new Expressions();
        write(workspace, settings).forEach(conditions::equal);
        return conditions;
    }

    static WorkspaceSettings read(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        return new WorkspaceSettings(
                item.count("participantLimit"),
                item.flag("followGrantsAccess"),
                item.flag("assigneeCanFollow"),
                Duration.ofSeconds(item.number("quietSeconds")),
                item.flag("notificationsEnabled"),
                item.constant("talkjsVersion", TalkJsVersion.class));
    }
}
