package dev.tagalong.domain.memory;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.memory.Tables.RowKey;
import dev.tagalong.domain.purge.Remains;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What deleted conversations leave behind. */
final class InMemoryRemains implements Remains {
    private final InMemoryStore store;
    private final InMemoryMailWindows windows;

    InMemoryRemains(InMemoryStore store, InMemoryMailWindows windows) {
        this.store = store;
        this.windows = windows;
    }

    @Override
    public boolean removeThread(WorkspaceId workspace, ConversationId conversation, int most) {
        return store.in(workspace, tables -> {
            var messages = tables.messages.values().stream()
                    .filter(message -> message.conversation().equals(conversation))
                    .limit(most)
                    .map(message -> message.id())
                    .toList();
            messages.forEach(tables.messages::remove);
            var memberships = tables.memberships.keySet().stream()
                    .filter(key -> key.conversation().equals(conversation))
                    .limit((long) most - messages.size())
                    .toList();
            memberships.forEach(tables.memberships::remove);
            tables.addresses.keySet().removeIf(key -> key.conversation().equals(conversation));
            tables.mailTokens.removeIf(token -> token.key().conversation().equals(conversation));
            tables.mailIds.removeIf(mail -> mail.conversation().equals(conversation));
            tables.views.values().removeIf(conversation::equals);
            return messages.size() + memberships.size() == most;
        });
    }

    @Override
    public List<EventId> events(WorkspaceId workspace, ConversationId conversation, @Nullable EventId after, int most) {
        return store.in(
                workspace,
                tables -> tables.activities.values().stream()
                        .filter(activity -> activity.conversation().equals(conversation))
                        .map(activity -> activity.id())
                        .filter(event -> after == null || event.compareTo(after) > 0)
                        .limit(most)
                        .toList());
    }

    @Override
    public void removeNotices(WorkspaceId workspace, ConversationId conversation, EventId event, Set<UserId> told) {
        for (var user : told) {
            store.in(workspace, tables -> {
                var key = new RowKey(user, event);
                tables.deletedRows.remove(key);
                return tables.rows.remove(key) != null;
            });
            windows.forget(new MailKey(workspace, user, conversation));
        }
        store.in(workspace, tables -> tables.verdicts.remove(event) != null);
    }
}
