package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityLog;
import dev.tagalong.domain.store.Page;
import java.util.Optional;

/** Reads the log of a conversation with one consistent query. */
public final class DynamoActivityLog implements ActivityLog {
    private final Table table;

    public DynamoActivityLog(Table table) {
        this.table = table;
    }

    @Override
    public Page<Activity> page(WorkspaceId workspace, ConversationId conversation, int page, int size) {
        var entries = table.query(Keys.audit(workspace, conversation), Keys.EVENT, false);
        var shown = Page.of(entries, page, size);
        return shown.map(ActivityItem::read);
    }

    @Override
    public Optional<Activity> find(WorkspaceId workspace, ConversationId conversation, EventId activity) {
        var item = table.get(Keys.activity(workspace, conversation, activity));
        return item.isEmpty() ? Optional.empty() : Optional.of(ActivityItem.read(item));
    }
}
