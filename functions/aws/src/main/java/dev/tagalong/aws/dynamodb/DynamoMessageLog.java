package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.store.Page;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads messages, newest first and no further than the page that is wanted. How many there are behind it the conversation
 * knows; only for somebody who sees a thread up to a moment it is read to its end.
 */
public final class DynamoMessageLog implements MessageLog {
    /** Where notes are left out one call brings that many at least, or a thread of notes alone took a call for each. */
    private static final int LEAST_AT_ONCE = 100;

    private static final int MOST_AT_ONCE = 1000;

    private final Table table;

    public DynamoMessageLog(Table table) {
        this.table = table;
    }

    @Override
    public Page<Message> page(
            WorkspaceId workspace, ConversationId conversation, Audience audience, int page, int size) {
        int most = audience.until() == null ? (int) Math.min(Integer.MAX_VALUE, (long) page * size) : Integer.MAX_VALUE;
        int atOnce = Math.clamp(most, audience.notes() ? 1 : LEAST_AT_ONCE, MOST_AT_ONCE);
        var newest = table.newest(Keys.conversation(workspace, conversation), Keys.MESSAGE, atOnce)
                .filter(item -> isFor(audience, item))
                .limit(most)
                .toList();
        var cut = Page.of(newest, page, size);
        var rows = cut.rows().reversed().stream().map(MessageItem::read).toList();
        int total = newest.size() < most ? newest.size() : counted(workspace, conversation, audience, newest);
        return new Page<>(rows, total, page, size);
    }

    /** Asked after the messages were read, so it counts each of them, unless the conversation was deleted meanwhile. */
    private int counted(
            WorkspaceId workspace,
            ConversationId conversation,
            Audience audience,
            List<Map<String, AttributeValue>> read) {
        var key = Keys.meta(workspace, conversation);
        var meta = table.get(List.of(key)).getOrDefault(key, Map.of());
        if (!ConversationItem.isHere(meta)) {
            return read.size();
        }
        var item = Item.read(meta);
        return item.count(ConversationItem.MESSAGES) - (audience.notes() ? 0 : item.count(ConversationItem.NOTES));
    }

    private static boolean isFor(Audience audience, Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        var until = audience.until();
        return (audience.notes() || item.constant(MessageItem.TYPE, MessageType.class) != MessageType.NOTE)
                && (until == null || item.text(Keys.SK).compareTo(Keys.MESSAGE + until) <= 0);
    }
}
