package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityLog;
import dev.tagalong.domain.store.Page;

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
}
