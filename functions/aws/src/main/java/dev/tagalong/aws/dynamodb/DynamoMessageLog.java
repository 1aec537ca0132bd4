package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.store.Page;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads messages. A page reads the whole thread, newest first, to count it exactly. */
public final class DynamoMessageLog implements MessageLog {
    private final Table table;

    public DynamoMessageLog(Table table) {
        this.table = table;
    }

    @Override
    public Page<Message> page(
            WorkspaceId workspace, ConversationId conversation, Audience audience, int page, int size) {
        var shown = table.query(Keys.conversation(workspace, conversation), Keys.MESSAGE, false).stream()
                .filter(item -> isFor(audience, item))
                .toList();
        var newest = Page.of(shown, page, size);
        var rows = newest.rows().reversed().stream().map(MessageItem::read).toList();
        return new Page<>(rows, newest.total(), page, size);
    }

    private static boolean isFor(Audience audience, Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        var until = audience.until();
        return (audience.notes() || item.constant(MessageItem.TYPE, MessageType.class) != MessageType.NOTE)
                && (until == null || item.text(Keys.SK).compareTo(Keys.MESSAGE + until) <= 0);
    }
}
