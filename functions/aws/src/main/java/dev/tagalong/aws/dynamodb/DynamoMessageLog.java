package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.store.Page;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads messages, newest first and no further than one beyond the page that is wanted, which tells whether there is another.
 * How many there are behind it is counted already; only for somebody who sees a thread up to a moment it is read to its end.
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
        long most = audience.until() == null ? (long) page * size + 1 : Long.MAX_VALUE;
        int atOnce = Math.clamp(most, audience.notes() ? 1 : LEAST_AT_ONCE, MOST_AT_ONCE);
        var newest = table.newest(Keys.conversation(workspace, conversation), Keys.MESSAGE, atOnce)
                .filter(item -> isFor(audience, item))
                .limit(most)
                .toList();
        var cut = Page.of(newest, page, size);
        var rows = cut.rows().reversed().stream().map(MessageItem::read).toList();
        int total = newest.size() < most ? newest.size() : Math.max(newest.size(), audience.counted());
        return new Page<>(rows, total, page, size);
    }

    private static boolean isFor(Audience audience, Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        var until = audience.until();
        return (audience.notes() || item.constant(MessageItem.TYPE, MessageType.class) != MessageType.NOTE)
                && (until == null || item.text(Keys.SK).compareTo(Keys.MESSAGE + until) <= 0);
    }
}
