package dev.tagalong.domain.mail;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.ActivityLog;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.store.Snapshot;
import dev.tagalong.domain.subscription.Subscriptions;
import dev.tagalong.domain.subscription.ThreadCategory;
import dev.tagalong.domain.subscription.ThreadEvent;
import dev.tagalong.domain.subscription.ThreadKey;
import java.util.Optional;

/** What subscribers hear of at the moment, as exact as when they were told: by whom it was done, and what it was. */
public record Hearing(Subscriptions subscriptions, ActivityLog log) {
    /** Whether the recipient still subscribes to what the row tells of; the snapshot has its conversation and its actor. */
    boolean holds(WorkspaceId workspace, Notification row, Snapshot snapshot) {
        var category = ThreadCategory.of(snapshot.user(row.actor()).orElse(null));
        return snapshot.conversation(row.conversation())
                .map(Conversation::origin)
                .flatMap(from -> Optional.ofNullable(from.department())
                        .map(department -> new ThreadKey(department, from.customer())))
                .flatMap(thread -> subscriptions.find(workspace, thread, row.recipient()))
                .filter(subscription -> event(workspace, row)
                        .filter(event -> subscription.hears(category, event))
                        .isPresent())
                .isPresent();
    }

    /** A message's kind says what it is; which change it was stands in the log. */
    private Optional<ThreadEvent> event(WorkspaceId workspace, Notification row) {
        return switch (row.kind()) {
            case REPLY -> Optional.of(ThreadEvent.REPLY);
            case NOTE -> Optional.of(ThreadEvent.INTERNAL_NOTE);
            case UPDATE ->
                log.find(workspace, row.conversation(), row.event())
                        .flatMap(activity -> ThreadEvent.ofChange(activity.type()));
            case ADDED, MENTION, ASSIGNED -> Optional.empty();
        };
    }
}
