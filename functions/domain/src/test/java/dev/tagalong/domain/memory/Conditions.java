package dev.tagalong.domain.memory;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.key.KeyRing;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.people.AsciiAddress;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.SubscriptionChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The conditions under which writes hold, each looked at before any of its transaction is written. */
final class Conditions {
    private final Tables tables;

    Conditions(Tables tables) {
        this.tables = tables;
    }

    /** What stands against the write; absent if it holds. */
    Optional<Commit> obstacle(Write write) {
        return switch (write) {
            case Write.CreateWorkspace made -> taken("workspace", tables.settings != null);
            case Write.CreateUser made -> user(made.user());
            case Write.UpdateUser changed -> changed(changed.before(), changed.after());
            case Write.EraseUser erased -> stale(isOther(erased.before()) || isInOtherTeams(erased.before()));
            case Write.ExpectUser expected ->
                stale(Optional.ofNullable(tables.users.get(expected.user()))
                        .filter(user -> user.role() == expected.role() && user.active() == expected.active())
                        .isEmpty());
            case Write.SaveUserSettings saved ->
                stale(Optional.ofNullable(tables.users.get(saved.before().id()))
                        .filter(user -> user.settings().equals(saved.before().settings()))
                        .isEmpty());
            case Write.SaveMailTrouble saved ->
                stale(Optional.ofNullable(tables.users.get(saved.before().id()))
                        .filter(user -> Objects.equals(
                                user.person().email(), saved.before().person().email()))
                        .isEmpty());
            case Write.CreateTeam made ->
                taken(
                        "id",
                        tables.teams.containsKey(made.team().id())
                                || tables.disbanded.containsKey(made.team().id()));
            case Write.RenameTeam renamed ->
                stale(!renamed.before().name().equals(teamName(renamed.before().id())));
            case Write.DisbandTeam disbanded ->
                stale(!disbanded
                        .before()
                        .name()
                        .equals(teamName(disbanded.before().id())));
            case Write.ExpectTeam expected -> stale(!tables.teams.containsKey(expected.team()));
            case Write.JoinTeam joined -> stale(!isMember(joined.team(), joined.user(), false));
            case Write.LeaveTeam left -> stale(!isMember(left.team(), left.user(), true));
            case Write.RenameInbox renamed ->
                stale(!renamed.before()
                        .equals(tables.inboxes.get(renamed.before().id())));
            case Write.RenameDepartment renamed ->
                stale(!renamed.before()
                        .equals(tables.departments.get(renamed.before().id())));
            case Write.CreateInbox made ->
                taken("id", tables.inboxes.containsKey(made.inbox().id()));
            case Write.CreateDepartment made ->
                taken("uuid", tables.departments.containsKey(made.department().id()));
            case Write.CreateConversation made -> conversation(made.conversation());
            case Write.UpdateConversation changed ->
                stale(version(changed.before()) != changed.before().version());
            case Write.DeleteConversation deleted ->
                stale(version(deleted.before()) != deleted.before().version());
            case Write.CountParticipant counted -> count(counted);
            case Write.SaveMembership saved -> save(saved);
            case Write.ExpectMembership expected -> unchanged(expected.key(), expected.before());
            case Write.SaveAddress saved ->
                stale(!Objects.equals(tables.addresses.get(saved.after().participant()), saved.before()))
                        .or(() -> taken(
                                "address",
                                tables.addresses.values().stream()
                                        .anyMatch(address -> address.token()
                                                .equals(saved.after().token()))));
            case Write.TakeMailId mail -> taken(Write.TakeMailId.FIELD, tables.mailIds.contains(mail));
            case Write.AddMessage added ->
                stale(!tables.conversations.containsKey(added.message().conversation()))
                        .or(() -> taken(
                                "message",
                                tables.messages.containsKey(added.message().id())));
            case Write.RecordActivity recorded ->
                taken(
                        "activity",
                        tables.activities.containsKey(recorded.activity().id()));
            case Write.IssueKey issued ->
                ring(issued.before()).or(() -> taken("key", tables.keys.containsKey(issued.key())));
            case Write.RevokeKeys revoked -> ring(revoked.before());
            case Write.ChangeSubscription changed -> subscription(changed.change());
            case Write.MakeClaim made ->
                taken(
                        Write.MakeClaim.FIELD,
                        InMemoryClaims.stands(
                                tables, made.claim().name(), made.claim().at()));
            case Write.SaveSettings saved -> stale(!saved.before().equals(tables.settings));
            case Write.IssueSocketTicket issued -> taken("ticket", tables.tickets.containsKey(issued.token()));
        };
    }

    static MembershipKey key(Write.SaveMembership saved) {
        var after = saved.after();
        return after == null ? Objects.requireNonNull(saved.before()).key() : after.key();
    }

    private long version(Conversation read) {
        var stored = tables.conversations.get(read.id());
        return stored == null ? -1 : stored.version();
    }

    private Optional<Commit> user(User made) {
        return taken("id", tables.users.containsKey(made.id()) || tables.tombstones.containsKey(made.id()))
                .or(() -> taken("uuid", same(tables.users, User::uuid, made)))
                .or(() -> taken("email", same(tables.users, Conditions::foldedEmail, made)))
                .or(() -> taken("external_id", same(tables.users, User::externalId, made)));
    }

    private Optional<Commit> changed(User before, User after) {
        if (isOther(before)) {
            return Optional.of(new Commit.Stale());
        }
        var others = new HashMap<>(tables.users);
        others.remove(before.id());
        return taken("email", same(others, Conditions::foldedEmail, after))
                .or(() -> taken("external_id", same(others, User::externalId, after)));
    }

    /** Whether the stored user is gone or another than was read, teams and settings aside. */
    private boolean isOther(User read) {
        var stored = tables.users.get(read.id());
        return stored == null
                || !stored.with(read.person(), read.externalId(), read.role(), read.active())
                        .equals(stored);
    }

    private boolean isInOtherTeams(User read) {
        var stored = tables.users.get(read.id());
        return stored == null || !stored.teams().equals(read.teams());
    }

    private @Nullable String teamName(TeamId id) {
        var team = tables.teams.get(id);
        return team == null ? null : team.name();
    }

    /** Whether the user is there and is, or is not, in that team. */
    private boolean isMember(TeamId team, UserId id, boolean member) {
        var user = tables.users.get(id);
        return user != null && user.teams().contains(team) == member;
    }

    static @Nullable String foldedEmail(User user) {
        var email = user.person().email();
        return email == null ? null : AsciiAddress.folded(email);
    }

    private Optional<Commit> conversation(Conversation made) {
        return taken("uuid", tables.conversations.containsKey(made.id()) || tables.deleted.contains(made.id()))
                .or(() -> taken("reference_number", same(tables.conversations, Conversation::reference, made)))
                .or(() -> taken("external_id", same(tables.conversations, Conversation::externalId, made)));
    }

    private static <T> boolean same(Map<?, T> stored, Function<T, ? extends @Nullable Object> name, T made) {
        var wanted = name.apply(made);
        return wanted != null && stored.values().stream().anyMatch(other -> wanted.equals(name.apply(other)));
    }

    private Optional<Commit> count(Write.CountParticipant counted) {
        var stored = tables.conversations.get(counted.conversation());
        if (stored == null || !stored.assignment().equals(counted.expected())) {
            return Optional.of(new Commit.Stale());
        }
        boolean full = counted.delta() > 0 && stored.participantCount() + counted.delta() > counted.limit();
        return full ? Optional.of(new Commit.LimitReached(counted.limit())) : Optional.empty();
    }

    /** One that is made must be later than the activity that ended the last one, so that the log alternates. */
    private Optional<Commit> save(Write.SaveMembership saved) {
        var key = key(saved);
        var after = saved.after();
        var ended = tables.departed.get(key);
        boolean late =
                saved.before() == null && after != null && ended != null && ended.compareTo(after.lastActivity()) >= 0;
        return stale(late).or(() -> unchanged(key, saved.before()));
    }

    private Optional<Commit> unchanged(MembershipKey key, @Nullable Membership before) {
        var stored = Optional.ofNullable(tables.memberships.get(key)).map(Membership::lastActivity);
        var read = Optional.ofNullable(before).map(Membership::lastActivity);
        return stale(!stored.equals(read));
    }

    private static Optional<Commit> taken(String field, boolean is) {
        return is ? Optional.of(new Commit.Taken(field)) : Optional.empty();
    }

    private static Optional<Commit> stale(boolean is) {
        return is ? Optional.of(new Commit.Stale()) : Optional.empty();
    }

    /** Which stored item a write touches: a transaction may touch each but once. */
    static Object item(Write write) {
        return switch (write) {
            case Write.CreateWorkspace made -> "settings";
            case Write.SaveSettings saved -> "settings";
            case Write.CreateUser made -> made.user().id();
            case Write.UpdateUser changed -> changed.before().id();
            case Write.EraseUser erased -> erased.before().id();
            case Write.ExpectUser expected -> expected.user();
            case Write.SaveUserSettings saved -> saved.before().id();
            case Write.SaveMailTrouble saved -> saved.before().id();
            case Write.CreateTeam made -> made.team().id();
            case Write.RenameTeam renamed -> renamed.before().id();
            case Write.DisbandTeam disbanded -> disbanded.before().id();
            case Write.ExpectTeam expected -> expected.team();
            case Write.JoinTeam joined -> joined.user();
            case Write.LeaveTeam left -> left.user();
            case Write.RenameInbox renamed -> renamed.before().id();
            case Write.RenameDepartment renamed -> renamed.before().id();
            case Write.CreateInbox made -> made.inbox().id();
            case Write.CreateDepartment made -> made.department().id();
            case Write.CreateConversation made -> made.conversation().id();
            case Write.UpdateConversation changed -> changed.before().id();
            case Write.DeleteConversation deleted -> deleted.before().id();
            case Write.CountParticipant counted -> new Count(counted.conversation());
            case Write.SaveMembership saved -> key(saved);
            case Write.ExpectMembership expected -> expected.key();
            case Write.SaveAddress saved -> new AddressItem(saved.after().participant());
            case Write.TakeMailId taken -> taken;
            case Write.AddMessage added -> new MessageItem(added.message());
            case Write.RecordActivity recorded -> recorded.activity().id();
            case Write.IssueSocketTicket issued -> issued.token();
            case Write.MakeClaim made -> made.claim().name();
            case Write.IssueKey issued -> new RingItem(issued.before().user());
            case Write.RevokeKeys revoked -> new RingItem(revoked.before().user());
            case Write.ChangeSubscription changed -> Tables.Subscriber.of(changed.change());
        };
    }

    private Optional<Commit> ring(KeyRing read) {
        return stale(!InMemoryKeys.ring(tables, read.user()).equals(read));
    }

    private Optional<Commit> subscription(SubscriptionChange change) {
        var stored = tables.subscriptions.get(Tables.Subscriber.of(change));
        if (!Objects.equals(stored, change.before())) {
            return Optional.of(new Commit.Stale());
        }
        var thread = change.either().thread();
        long count = tables.subscriptions.keySet().stream()
                .filter(key -> key.thread().equals(thread))
                .count();
        return change.delta() > 0 && count >= Subscription.MOST
                ? Optional.of(new Commit.LimitReached(Subscription.MOST))
                : Optional.empty();
    }

    /** What is counted goes into one item with whatever else changes of the conversation. */
    private record Count(ConversationId conversation) {}

    private record RingItem(UserId user) {}

    private record MessageItem(Message message) {}

    private record AddressItem(MembershipKey participant) {}
}
