package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityLog;
import dev.tagalong.domain.store.Page;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the log of a conversation with one consistent query. An entry that cannot be read is named and left out of its page. */
public final class DynamoActivityLog implements ActivityLog {
    private final Table table;
    private final Consumer<String> complaints;

    /**
     * A log.
     *
     * @param complaints hears of each entry that cannot be read
     */
    public DynamoActivityLog(Table table, Consumer<String> complaints) {
        this.table = table;
        this.complaints = complaints;
    }

    @Override
    public Page<Activity> page(WorkspaceId workspace, ConversationId conversation, int page, int size) {
        var entries = table.query(Keys.audit(workspace, conversation), Keys.EVENT, false);
        var shown = Page.of(entries, page, size);
        var readable =
                shown.rows().stream().map(this::read).flatMap(Optional::stream).toList();
        return new Page<>(readable, shown.total(), shown.page(), shown.size());
    }

    private Optional<Activity> read(Map<String, AttributeValue> item) {
        try {
            return Optional.of(ActivityItem.read(item));
        } catch (RuntimeException malformed) {
            complaints.accept("the entry " + ActivityItem.name(item) + " of the log cannot be read: " + malformed);
            return Optional.empty();
        }
    }

    @Override
    public Optional<Activity> find(WorkspaceId workspace, ConversationId conversation, EventId activity) {
        var item = table.get(Keys.activity(workspace, conversation, activity));
        return item.isEmpty() ? Optional.empty() : Optional.of(ActivityItem.read(item));
    }
}
