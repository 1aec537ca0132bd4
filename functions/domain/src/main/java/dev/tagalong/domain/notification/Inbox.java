package dev.tagalong.domain.notification;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.access.AccessPolicy;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.access.Reach;
import dev.tagalong.domain.message.MessageKey;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user's inbox. Rows of conversations that they may no longer read are neither listed nor counted, for as long as that
 * is so.
 */
public final class Inbox {
    /** How far before a row's arrival the next page begins, so that a row that arrived late is never missed. */
    static final Duration LOOKBACK = Duration.ofSeconds(60);

    private final Records records;
    private final InboxRows rows;

    public Inbox(Records records, InboxRows rows) {
        this.records = records;
        this.rows = rows;
    }

    /** The newest rows first, at most limit of them. */
    public Outcome<InboxPage> newest(Caller caller, int limit, boolean unreadOnly) {
        var candidates = unreadOnly
                ? rows.unread(caller.workspace(), caller.user())
                : rows.all(caller.workspace(), caller.user());
        return visible(caller, candidates)
                .map(found ->
                        page(caller, found, found.rows().stream().limit(limit).toList()));
    }

    /**
     * What arrived after a row, oldest first, for a client that lost its socket. Looks back a minute before that row's
     * arrival, so some rows may come again; each page ends at a later arrival while there is any.
     *
     * @param limit how many rows of later arrival at most
     */
    public Outcome<InboxPage> after(Caller caller, EventId after, int limit, boolean unreadOnly) {
        var arrived = rows.find(caller.workspace(), caller.user(), after)
                .map(Notification::arrivedAt)
                .orElse(after.time());
        var candidates = rows.since(caller.workspace(), caller.user(), arrived.minus(LOOKBACK)).stream()
                .filter(row -> !row.event().equals(after))
                .filter(row -> !unreadOnly || row.readAt() == null)
                .toList();
        return visible(caller, candidates).map(found -> {
            var later = found.rows().stream().filter(row -> row.arrivedAt().isAfter(arrived));
            var again = found.rows().stream().filter(row -> !row.arrivedAt().isAfter(arrived));
            return page(caller, found, Stream.concat(again, later.limit(limit)).toList());
        });
    }

    /** How many rows there are and how many are unread. */
    public Outcome<Stats> stats(Caller caller) {
        return visible(caller, rows.all(caller.workspace(), caller.user()))
                .map(found -> new Stats(
                        (int) found.rows().stream()
                                .filter(row -> row.readAt() == null)
                                .count(),
                        found.rows().size()));
    }

    /** Marks one row as read; one that is read stays as it is. */
    public Outcome<NotificationView> read(Caller caller, EventId event, Instant now) {
        var found = rows.find(caller.workspace(), caller.user(), event).stream().toList();
        return visible(caller, found).then(visible -> {
            var marked = visible.rows().isEmpty()
                    ? Optional.<Notification>empty()
                    : rows.markRead(caller.workspace(), caller.user(), event, now);
            return page(caller, visible, marked.stream().toList()).rows().stream()
                    .findFirst()
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(new Refusal.NotFound("notification")));
        });
    }

    /** Marks every row as read; gives how many were not. */
    public Outcome<Integer> readAll(Caller caller, Instant now) {
        return visible(caller, rows.unread(caller.workspace(), caller.user())).map(found -> {
            rows.markAllRead(caller.workspace(), caller.user(), found.rows(), now);
            return found.rows().size();
        });
    }

    /** Takes a row out of the inbox for good. */
    public Outcome<Boolean> delete(Caller caller, EventId event) {
        return visible(caller, List.of())
                .then(found -> rows.delete(caller.workspace(), caller.user(), event)
                        ? Outcome.done(true)
                        : Outcome.refused(new Refusal.NotFound("notification")));
    }

    private Outcome<Visible> visible(Caller caller, List<Notification> candidates) {
        var conversations = candidates.stream().map(Notification::conversation).collect(Collectors.toUnmodifiableSet());
        var snapshot = records.read(Lookup.in(caller.workspace())
                .user(caller.user())
                .conversations(conversations)
                .memberships(conversations, caller.user()));
        return Gate.reader(caller, snapshot)
                .map(actor -> new Visible(
                        candidates.stream()
                                .filter(row -> reads(actor, row, snapshot))
                                .toList(),
                        snapshot));
    }

    private static boolean reads(User actor, Notification row, Snapshot snapshot) {
        return snapshot.conversation(row.conversation())
                .filter(conversation -> AccessPolicy.reach(
                                actor,
                                conversation.assignment(),
                                snapshot.membership(conversation.id(), actor.id())
                                        .orElse(null),
                                snapshot.settings())
                        .atLeast(Reach.READ))
                .isPresent();
    }

    private InboxPage page(Caller caller, Visible found, List<Notification> shown) {
        if (shown.isEmpty()) {
            return new InboxPage(List.of(), found.rows().size());
        }
        var named = named(caller, shown);
        var views = shown.stream()
                .flatMap(row -> found.snapshot().conversation(row.conversation()).stream()
                        .map(conversation -> new NotificationView(
                                row,
                                Wording.of(
                                        row.kind(),
                                        named.user(row.actor()).orElse(null),
                                        conversation,
                                        row.message() == null
                                                ? null
                                                : named.messages().get(row.message())))))
                .toList();
        return new InboxPage(views, found.rows().size());
    }

    /** Who did what is shown, and what they wrote. */
    private Snapshot named(Caller caller, List<Notification> shown) {
        return records.read(Lookup.in(caller.workspace())
                .users(shown.stream().map(Notification::actor).toList())
                .messages(shown.stream().flatMap(row -> key(row).stream()).toList()));
    }

    private static List<MessageKey> key(Notification row) {
        @Nullable EventId message = row.message();
        return message == null ? List.of() : List.of(new MessageKey(row.conversation(), message));
    }

    /** How many rows an inbox shows. */
    public record Stats(int unread, int total) {}

    private record Visible(List<Notification> rows, Snapshot snapshot) {}
}
