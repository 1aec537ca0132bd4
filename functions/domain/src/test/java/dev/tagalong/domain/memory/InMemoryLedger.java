package dev.tagalong.domain.memory;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.conversation.MessageCount;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.once.Claims;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.DisbandedTeam;
import dev.tagalong.domain.people.Inbox;
import dev.tagalong.domain.people.Team;
import dev.tagalong.domain.people.Tombstone;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.SubscriptionChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commits under a lock: all conditions first, then all writes. */
final class InMemoryLedger implements Ledger {
    private final InMemoryStore store;

    InMemoryLedger(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Commit commit(WorkspaceId workspace, List<Write> all) {
        if (store.faults().commitIsStale()) {
            return new Commit.Stale();
        }
        return store.in(workspace, tables -> {
            var writes = countedTogether(all);
            refuseWhatTheTableWould(writes);
            var conditions = new Conditions(tables);
            var obstacles = writes.stream()
                    .map(conditions::obstacle)
                    .flatMap(Optional::stream)
                    .toList();
            if (obstacles.isEmpty()) {
                writes.forEach(write -> apply(tables, write));
                remember(tables, writes);
                return new Commit.Committed();
            }
            return obstacles.stream()
                    .filter(Commit.Stale.class::isInstance)
                    .findFirst()
                    .orElse(obstacles.getFirst());
        });
    }

    /** The participants of one conversation change at once, in one write. */
    private static List<Write> countedTogether(List<Write> writes) {
        var counts = new LinkedHashMap<ConversationId, Write.CountParticipant>();
        var together = new ArrayList<Write>();
        for (var write : writes) {
            if (write instanceof Write.CountParticipant count) {
                counts.merge(count.conversation(), count, InMemoryLedger::sum);
            } else {
                together.add(write);
            }
        }
        together.addAll(counts.values());
        return together;
    }

    private static Write.CountParticipant sum(Write.CountParticipant one, Write.CountParticipant other) {
        if (!one.expected().equals(other.expected())) {
            throw new IllegalArgumentException("one transaction expects one assignment");
        }
        int limit = Math.min(one.limit(), other.limit());
        return new Write.CountParticipant(one.conversation(), one.delta() + other.delta(), limit, one.expected());
    }

    private static void refuseWhatTheTableWould(List<Write> writes) {
        var items = new HashSet<>();
        for (var write : writes) {
            if (!items.add(Conditions.item(write))) {
                throw new IllegalArgumentException("a transaction touches an item twice: " + write);
            }
        }
        long secondPlaces =
                writes.stream().filter(Write.SaveMembership.class::isInstance).count();
        long count = items.size() + secondPlaces;
        if (count < 1 || count > 100) {
            throw new IllegalArgumentException("a transaction has 1 to 100 items, not " + count);
        }
    }

    @Override
    public int next(WorkspaceId workspace, Counter counter, int step) {
        return store.in(workspace, tables -> tables.counters.merge(counter, step, Integer::sum));
    }

    private static void apply(Tables tables, Write write) {
        switch (write) {
            case Write.CreateWorkspace made -> tables.settings = made.settings();
            case Write.SaveSettings saved -> tables.settings = saved.after();
            case Write.CreateUser made -> tables.users.put(made.user().id(), made.user());
            case Write.UpdateUser changed ->
                tables.users.computeIfPresent(changed.before().id(), (id, user) -> merged(user, changed.after()));
            case Write.EraseUser erased -> erase(tables, erased);
            case Write.ExpectUser nothing -> {}
            case Write.SaveUserSettings saved ->
                tables.users.computeIfPresent(saved.before().id(), (id, user) -> user.withSettings(saved.after()));
            case Write.SaveMailTrouble saved ->
                tables.users.computeIfPresent(saved.before().id(), (id, user) -> user.withMailTrouble(saved.trouble()));
            case Write.CreateTeam made ->
                tables.teams.put(
                        made.team().id(), new Team(made.team().id(), made.team().name(), Set.of()));
            case Write.RenameTeam renamed ->
                tables.teams.computeIfPresent(
                        renamed.before().id(), (id, team) -> new Team(id, renamed.name(), team.members()));
            case Write.DisbandTeam disbanded -> disband(tables, disbanded);
            case Write.ExpectTeam nothing -> {}
            case Write.JoinTeam joined -> move(tables, joined.team(), joined.user(), true);
            case Write.LeaveTeam left -> move(tables, left.team(), left.user(), false);
            case Write.RenameInbox renamed ->
                tables.inboxes.put(
                        renamed.before().id(), new Inbox(renamed.before().id(), renamed.name()));
            case Write.RenameDepartment renamed ->
                tables.departments.put(
                        renamed.before().id(), new Department(renamed.before().id(), renamed.name()));
            case Write.CreateInbox made -> tables.inboxes.put(made.inbox().id(), made.inbox());
            case Write.CreateDepartment made ->
                tables.departments.put(made.department().id(), made.department());
            case Write.CreateConversation made -> put(tables, made.conversation());
            case Write.UpdateConversation changed -> update(tables, changed.after());
            case Write.DeleteConversation deleted -> delete(tables, deleted.before());
            case Write.CountParticipant counted -> count(tables, counted);
            case Write.SaveMembership saved -> save(tables, saved);
            case Write.ExpectMembership nothing -> {}
            case Write.SaveAddress saved -> tables.addresses.put(saved.after().participant(), saved.after());
            case Write.TakeMailId mail -> tables.mailIds.add(mail);
            case Write.AddMessage added -> add(tables, added.message());
            case Write.RecordActivity recorded ->
                tables.activities.put(recorded.activity().id(), recorded.activity());
            case Write.MakeClaim made -> tables.claims.put(made.claim().name(), new Claims.Kept(made.claim(), null));
            case Write.IssueSocketTicket issued -> tables.tickets.put(issued.token(), issued.pass());
            case Write.IssueKey issued -> tables.keys.put(issued.key(), issued.grant());
            case Write.ChangeSubscription changed -> change(tables, changed.change());
            case Write.RevokeKeys revoked ->
                tables.keys.keySet().removeAll(revoked.before().keys());
        }
    }

    private static void erase(Tables tables, Write.EraseUser erased) {
        var id = erased.before().id();
        tables.users.remove(id);
        tables.tombstones.put(id, new Tombstone(id, erased.before().teams(), erased.by(), erased.at()));
    }

    private static void disband(Tables tables, Write.DisbandTeam disbanded) {
        var id = disbanded.before().id();
        tables.teams.remove(id);
        tables.disbanded.put(id, new DisbandedTeam(id, disbanded.by(), disbanded.at()));
    }

    private static User merged(User stored, User after) {
        return stored.with(after.person(), after.externalId(), after.role(), after.active());
    }

    /** The user's team and the team's user, both. */
    private static void move(Tables tables, TeamId team, UserId user, boolean in) {
        tables.users.computeIfPresent(user, (id, found) -> found.withTeams(changed(found.teams(), team, in)));
        tables.teams.computeIfPresent(
                team, (id, found) -> new Team(id, found.name(), changed(found.members(), user, in)));
    }

    private static <T> Set<T> changed(Set<T> set, T one, boolean in) {
        var all = new HashSet<>(set);
        if (in) {
            all.add(one);
        } else {
            all.remove(one);
        }
        return all;
    }

    private static void put(Tables tables, Conversation conversation) {
        tables.conversations.put(conversation.id(), conversation);
    }

    private static void update(Tables tables, Conversation after) {
        tables.conversations.computeIfPresent(
                after.id(),
                (id, stored) -> new Conversation(
                        id,
                        stored.reference(),
                        stored.externalId(),
                        after.state(),
                        after.assignment(),
                        stored.origin(),
                        stored.createdAt(),
                        after.lastActivityAt(),
                        stored.participantCount(),
                        stored.messages(),
                        after.version()));
    }

    private static void delete(Tables tables, Conversation gone) {
        tables.conversations.remove(gone.id());
        tables.deleted.add(gone.id());
    }

    private static void add(Tables tables, Message message) {
        tables.messages.put(message.id(), message);
        tables.conversations.computeIfPresent(
                message.conversation(),
                (id, stored) -> with(
                        stored,
                        later(stored.lastActivityAt(), message.createdAt()),
                        stored.participantCount(),
                        new MessageCount(
                                stored.messages().all() + 1,
                                stored.messages().notes() + (message.type() == MessageType.NOTE ? 1 : 0))));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void count(Tables tables, Write.CountParticipant counted) {
        tables.conversations.computeIfPresent(
                counted.conversation(),
                (id, stored) -> with(
                        stored,
                        stored.lastActivityAt(),
                        stored.participantCount() + counted.delta(),
                        stored.messages()));
    }

    private static Conversation with(
            Conversation from, Instant lastActivityAt, int participantCount, MessageCount messages) {
        return new Conversation(
                from.id(),
                from.reference(),
                from.externalId(),
                from.state(),
                from.assignment(),
                from.origin(),
                from.createdAt(),
                lastActivityAt,
                participantCount,
                messages,
                from.version());
    }

    private static void change(Tables tables, SubscriptionChange change) {
        var after = change.after();
        if (after == null) {
            tables.subscriptions.remove(Tables.Subscriber.of(change));
        } else {
            tables.subscriptions.put(Tables.Subscriber.of(change), after);
        }
        tables.subscriptionChanges.add(change);
    }

    /** Of a membership that is gone, the activity that ended it is known. */
    private static void remember(Tables tables, List<Write> writes) {
        var newest = writes.stream()
                .filter(Write.RecordActivity.class::isInstance)
                .map(write -> ((Write.RecordActivity) write).activity().id())
                .max(Comparator.naturalOrder());
        for (var write : writes) {
            if (write instanceof Write.SaveMembership saved && saved.after() == null && saved.before() != null) {
                tables.departed.put(
                        Conditions.key(saved), newest.orElse(saved.before().lastActivity()));
            }
        }
    }

    private static void save(Tables tables, Write.SaveMembership saved) {
        var after = saved.after();
        if (after == null) {
            tables.memberships.remove(Conditions.key(saved));
        } else {
            tables.memberships.put(after.key(), after);
        }
    }
}
