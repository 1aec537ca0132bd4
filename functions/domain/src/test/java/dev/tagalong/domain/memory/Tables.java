package dev.tagalong.domain.memory;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.SocketPass;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.fanout.Left;
import dev.tagalong.domain.fanout.Verdict;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.key.KeyDigest;
import dev.tagalong.domain.key.KeyGrant;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.mail.MailToken;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.once.Claims;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.DisbandedTeam;
import dev.tagalong.domain.people.Inbox;
import dev.tagalong.domain.people.Team;
import dev.tagalong.domain.people.Tombstone;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.SubscriptionChange;
import dev.tagalong.domain.subscription.ThreadKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything of one workspace. Not thread-safe: whoever touches it holds the store's lock. */
final class Tables {
    @Nullable
    WorkspaceSettings settings;

    final Map<UserId, User> users = new HashMap<>();
    final Map<UserId, Tombstone> tombstones = new HashMap<>();
    final Map<TeamId, Team> teams = new HashMap<>();
    final Map<TeamId, DisbandedTeam> disbanded = new HashMap<>();
    final Map<InboxId, Inbox> inboxes = new HashMap<>();
    final Map<DepartmentId, Department> departments = new HashMap<>();
    final Map<ConversationId, Conversation> conversations = new HashMap<>();
    final Set<ConversationId> deleted = new HashSet<>();
    final Map<MembershipKey, Membership> memberships = new HashMap<>();
    final Map<MembershipKey, EventId> departed = new HashMap<>();
    final TreeMap<EventId, Message> messages = new TreeMap<>();
    final TreeMap<EventId, Activity> activities = new TreeMap<>();
    final Map<MembershipKey, ParticipantAddress> addresses = new HashMap<>();
    final Set<Write.TakeMailId> mailIds = new HashSet<>();
    final List<MailToken> mailTokens = new ArrayList<>();
    final Map<String, Claims.Kept> claims = new HashMap<>();
    final Map<String, SocketPass> tickets = new HashMap<>();
    final Map<KeyDigest, KeyGrant> keys = new HashMap<>();
    final Map<Subscriber, Subscription> subscriptions = new HashMap<>();
    final List<SubscriptionChange> subscriptionChanges = new ArrayList<>();
    final Map<RowKey, Notification> rows = new HashMap<>();
    final Set<RowKey> deletedRows = new HashSet<>();
    final Map<EventId, List<Verdict>> verdicts = new HashMap<>();
    final Map<EventId, Left> progress = new HashMap<>();
    final Map<ConnectionId, Connection> connections = new LinkedHashMap<>();
    final Map<ConnectionId, Instant> openings = new HashMap<>();
    final Map<ConnectionId, ConversationId> views = new HashMap<>();
    final Map<Connection, ConversationId> strayViewers = new HashMap<>();
    final Map<ConnectionId, Instant> turns = new HashMap<>();
    final Map<ConnectionId, Set<ConversationId>> leftForTurns = new HashMap<>();
    final Map<Ledger.Counter, Integer> counters = new EnumMap<>(Ledger.Counter.class);

    WorkspaceSettings settings() {
        return settings == null ? WorkspaceSettings.DEFAULT : settings;
    }

    record Subscriber(ThreadKey thread, UserId user) {
        static Subscriber of(SubscriptionChange change) {
            var either = change.either();
            return new Subscriber(either.thread(), either.user());
        }
    }

    record RowKey(UserId user, EventId event) {}
}
