package dev.tagalong.domain.memory;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.access.SocketTickets;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityLog;
import dev.tagalong.domain.conversation.ConversationIndex;
import dev.tagalong.domain.conversation.Listing;
import dev.tagalong.domain.fanout.Progress;
import dev.tagalong.domain.fanout.Verdicts;
import dev.tagalong.domain.follow.ParticipantAddresses;
import dev.tagalong.domain.follow.Participants;
import dev.tagalong.domain.key.ApiKeys;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.mail.MailTokens;
import dev.tagalong.domain.mail.MailWindows;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.notification.InboxRows;
import dev.tagalong.domain.once.Claims;
import dev.tagalong.domain.once.Course;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.Roster;
import dev.tagalong.domain.purge.Estate;
import dev.tagalong.domain.purge.Remains;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.subscription.SubscriptionChange;
import dev.tagalong.domain.subscription.Subscriptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every port of the store over one set of tables, under one lock. Thread-safe. */
public final class InMemoryStore implements Stores {
    private final InstantSource clock;
    private final Faults faults = new Faults();
    private final Faults rowFaults = new Faults();
    private final Map<WorkspaceId, Tables> workspaces = new HashMap<>();
    private final InMemoryReads reads = new InMemoryReads(this);
    private final Ledger ledger = Course.ledger(new InMemoryLedger(this));
    private final Directory directory = new InMemoryDirectory(this);
    private final Roster roster = new InMemoryRoster(this);
    private final InboxRows rows = new InMemoryInboxRows(this);
    private final Connections connections = new InMemoryConnections(this);
    private final Verdicts verdicts = new InMemoryVerdicts(this);
    private final Progress progress = new InMemoryProgress(this);
    private final InMemoryMailWindows windows = new InMemoryMailWindows(this);
    private final Remains remains = new InMemoryRemains(this, windows);
    private final Estate estate = new InMemoryEstate(this, windows);
    private @Nullable List<Listing> frozen;

    /** An empty store; the clock says which tickets and sockets have expired. */
    public InMemoryStore(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts the call, lets it fail if it shall, and does it alone. */
    <R> R in(WorkspaceId workspace, Function<Tables, R> step) {
        faults.called();
        synchronized (this) {
            return step.apply(workspaces.computeIfAbsent(workspace, absent -> new Tables()));
        }
    }

    Instant now() {
        return clock.instant();
    }

    public Faults faults() {
        return faults;
    }

    /** What shall go wrong when inbox rows are put, beside what goes wrong everywhere. */
    public Faults rowFaults() {
        return rowFaults;
    }

    /** Makes the index lag: it lists what it lists now, whatever is written from here on. */
    public void freezeIndex(WorkspaceId workspace) {
        frozen = reads.all(workspace);
    }

    @Override
    public void strayViewer(WorkspaceId workspace, Connection socket, ConversationId conversation) {
        in(workspace, tables -> Optional.ofNullable(tables.strayViewers.put(socket, conversation)));
    }

    Optional<List<Listing>> frozenIndex() {
        return Optional.ofNullable(frozen);
    }

    @Override
    public Records records() {
        return reads;
    }

    @Override
    public MailTokens mailTokens() {
        return new InMemoryMailTokens(this);
    }

    @Override
    public Participants participants() {
        return reads;
    }

    @Override
    public ConversationIndex index() {
        return reads;
    }

    @Override
    public MessageLog messages() {
        return reads;
    }

    @Override
    public ActivityLog activityLog() {
        return reads;
    }

    @Override
    public ParticipantAddresses addresses() {
        return new InMemoryAddresses(this);
    }

    @Override
    public Subscriptions subscriptions() {
        return new InMemorySubscriptions(this);
    }

    /** Every change of a subscription in a workspace, oldest first. */
    public List<SubscriptionChange> subscriptionChanges(WorkspaceId workspace) {
        return in(workspace, tables -> List.copyOf(tables.subscriptionChanges));
    }

    @Override
    public ApiKeys apiKeys() {
        return new InMemoryKeys(this);
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public Roster roster() {
        return roster;
    }

    @Override
    public InboxRows rows() {
        return rows;
    }

    @Override
    public Connections connections() {
        return connections;
    }

    @Override
    public Claims claims() {
        return new InMemoryClaims(this);
    }

    @Override
    public Verdicts verdicts() {
        return verdicts;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public MailWindows windows() {
        return windows;
    }

    @Override
    public Estate estate() {
        return estate;
    }

    @Override
    public Remains remains() {
        return remains;
    }

    /** Takes a ticket away, whichever workspace it is of. */
    @Override
    public SocketTickets tickets() {
        return token -> {
            faults.called();
            synchronized (this) {
                return workspaces.entrySet().stream()
                        .flatMap(entry -> Optional.ofNullable(
                                        entry.getValue().tickets.remove(token))
                                .stream()
                                .filter(pass -> now().isBefore(pass.ticketExpiresAt()))
                                .map(pass -> new Admission(entry.getKey(), pass.user(), pass.sessionEndsAt())))
                        .findFirst();
            }
        };
    }

    /** The whole outbox of a workspace, oldest first. */
    public List<Activity> activities(WorkspaceId workspace) {
        return in(workspace, tables -> List.copyOf(tables.activities.values()));
    }
}
