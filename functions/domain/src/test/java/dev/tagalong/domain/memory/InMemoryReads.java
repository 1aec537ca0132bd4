package dev.tagalong.domain.memory;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityLog;
import dev.tagalong.domain.conversation.ConversationIndex;
import dev.tagalong.domain.conversation.Listing;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.Participants;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageKey;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Page;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Snapshot;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reads of conversations and what belongs to them. */
final class InMemoryReads implements Records, Participants, ConversationIndex, MessageLog, ActivityLog {
    private final InMemoryStore store;

    InMemoryReads(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Snapshot read(Lookup lookup) {
        return store.in(
                lookup.workspace(),
                tables -> new Snapshot(
                        tables.settings(),
                        those(tables.conversations, lookup.conversations()),
                        those(tables.users, lookup.users()),
                        those(tables.memberships, lookup.memberships()),
                        those(tables.departments, lookup.departments()),
                        those(
                                tables.messages,
                                lookup.messages().stream()
                                        .filter(key -> isIn(tables.messages.get(key.message()), key.conversation()))
                                        .map(MessageKey::message)
                                        .collect(Collectors.toUnmodifiableSet()))));
    }

    @Override
    public Map<UserId, User> users(WorkspaceId workspace, Collection<UserId> ids) {
        return store.in(workspace, tables -> those(tables.users, Set.copyOf(ids)));
    }

    private static boolean isIn(@Nullable Message message, ConversationId conversation) {
        return message != null && message.conversation().equals(conversation);
    }

    private static <K, V> Map<K, V> those(Map<K, V> all, Set<K> keys) {
        return all.entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Membership> of(WorkspaceId workspace, ConversationId conversation) {
        return store.in(
                workspace,
                tables -> tables.memberships.values().stream()
                        .filter(membership -> membership.key().conversation().equals(conversation))
                        .sorted(Comparator.comparing(Membership::since)
                                .thenComparingInt(
                                        membership -> membership.key().user().value()))
                        .toList());
    }

    @Override
    public List<Listing> in(WorkspaceId workspace, Set<Status> statuses) {
        return store.in(
                workspace,
                tables -> store
                        .frozenIndex()
                        .orElseGet(() -> tables.conversations.values().stream()
                                .map(Listing::of)
                                .toList())
                        .stream()
                        .filter(listing -> statuses.contains(listing.status()))
                        .toList());
    }

    @Override
    public List<Membership> memberships(WorkspaceId workspace, UserId user) {
        return store.in(
                workspace,
                tables -> tables.memberships.values().stream()
                        .filter(membership -> membership.key().user().equals(user))
                        .toList());
    }

    @Override
    public Optional<ConversationId> byReference(WorkspaceId workspace, int reference) {
        return store.in(
                workspace,
                tables -> tables.conversations.values().stream()
                        .filter(conversation -> conversation.reference() == reference)
                        .map(conversation -> conversation.id())
                        .findFirst());
    }

    @Override
    public Optional<ConversationId> byExternalId(WorkspaceId workspace, String externalId) {
        return store.in(
                workspace,
                tables -> tables.conversations.values().stream()
                        .filter(conversation -> externalId.equals(conversation.externalId()))
                        .map(conversation -> conversation.id())
                        .findFirst());
    }

    @Override
    public Page<Message> page(
            WorkspaceId workspace, ConversationId conversation, Audience audience, int page, int size) {
        return store.in(workspace, tables -> {
            var newestFirst = tables.messages.descendingMap().values().stream()
                    .filter(message -> message.conversation().equals(conversation))
                    .filter(message -> audience.notes() || message.type() != MessageType.NOTE)
                    .filter(message -> audience.until() == null || message.id().compareTo(audience.until()) <= 0)
                    .toList();
            var cut = Page.of(newestFirst, page, size);
            return new Page<>(cut.rows().reversed(), cut.total(), page, size);
        });
    }

    @Override
    public Page<Activity> page(WorkspaceId workspace, ConversationId conversation, int page, int size) {
        return store.in(
                workspace,
                tables -> Page.of(
                        tables.activities.descendingMap().values().stream()
                                .filter(activity -> activity.conversation().equals(conversation))
                                .toList(),
                        page,
                        size));
    }

    @Override
    public Optional<Activity> find(WorkspaceId workspace, ConversationId conversation, EventId activity) {
        return store.in(workspace, tables -> Optional.ofNullable(tables.activities.get(activity)))
                .filter(found -> found.conversation().equals(conversation));
    }
}
