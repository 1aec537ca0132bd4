package dev.tagalong.handlers.wiring;

import dev.tagalong.aws.sqs.SqsMailQueue;
import dev.tagalong.aws.sqs.SqsPurgeQueue;
import dev.tagalong.domain.access.SocketAdmissions;
import dev.tagalong.domain.activity.Activities;
import dev.tagalong.domain.archive.Archive;
import dev.tagalong.domain.archive.TriggeredFunctions;
import dev.tagalong.domain.archive.Work;
import dev.tagalong.domain.conversation.ConversationChanges;
import dev.tagalong.domain.conversation.ConversationDeletion;
import dev.tagalong.domain.conversation.ConversationLists;
import dev.tagalong.domain.conversation.Conversations;
import dev.tagalong.domain.conversation.Unassignment;
import dev.tagalong.domain.fanout.Broadcast;
import dev.tagalong.domain.fanout.Explanations;
import dev.tagalong.domain.fanout.FactFinder;
import dev.tagalong.domain.fanout.FanOut;
import dev.tagalong.domain.fanout.MailSchedule;
import dev.tagalong.domain.fanout.RetryQueue;
import dev.tagalong.domain.follow.BulkFollowing;
import dev.tagalong.domain.follow.Candidates;
import dev.tagalong.domain.follow.Followers;
import dev.tagalong.domain.follow.InboundAddresses;
import dev.tagalong.domain.follow.Memberships;
import dev.tagalong.domain.follow.Mutes;
import dev.tagalong.domain.follow.ParticipantList;
import dev.tagalong.domain.follow.Seats;
import dev.tagalong.domain.key.KeyAdministration;
import dev.tagalong.domain.key.KeyCallers;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.live.Disconnection;
import dev.tagalong.domain.live.Onlookers;
import dev.tagalong.domain.live.Patience;
import dev.tagalong.domain.live.Presence;
import dev.tagalong.domain.live.Sockets;
import dev.tagalong.domain.live.Viewing;
import dev.tagalong.domain.mail.Feedback;
import dev.tagalong.domain.mail.Hearing;
import dev.tagalong.domain.mail.LetterWriter;
import dev.tagalong.domain.mail.MailDelivery;
import dev.tagalong.domain.mail.Outlet;
import dev.tagalong.domain.mail.Pace;
import dev.tagalong.domain.mail.Posting;
import dev.tagalong.domain.mail.Reception;
import dev.tagalong.domain.mail.SendRate;
import dev.tagalong.domain.mail.TokenIssue;
import dev.tagalong.domain.mail.Unsubscriptions;
import dev.tagalong.domain.message.Messages;
import dev.tagalong.domain.notification.Inbox;
import dev.tagalong.domain.notification.Preferences;
import dev.tagalong.domain.people.Administration;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.Teams;
import dev.tagalong.domain.people.Users;
import dev.tagalong.domain.people.Workspaces;
import dev.tagalong.domain.purge.Departures;
import dev.tagalong.domain.purge.Purge;
import dev.tagalong.domain.purge.PurgeQueue;
import dev.tagalong.domain.purge.TeamClearing;
import dev.tagalong.domain.purge.ThreadClearing;
import dev.tagalong.domain.purge.UserClearing;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.subscription.ThreadFollowers;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Repeats;
import dev.tagalong.handlers.identity.Credentials;
import dev.tagalong.handlers.identity.IssuerKeys;
import dev.tagalong.handlers.identity.Tokens;
import dev.tagalong.handlers.live.FrameText;
import dev.tagalong.handlers.mail.MailCalls;
import dev.tagalong.handlers.purge.Deletions;
import dev.tagalong.handlers.purge.PurgeCalls;
import dev.tagalong.handlers.stream.Outbox;
import java.time.InstantSource;
import java.util.Map;

/**
 * Puts the functions together. Everything is built at its first use, so that a function loads no more than it needs, and
 * nothing that must differ between instances is made before a snapshot is taken: ids come from a SecureRandom, which
 * reseeds itself on restore.
 */
public final class Wiring {
    private static final Wiring SHARED = new Wiring(new Environment(System.getenv()));

    private final Environment environment;
    private final Adapters adapters;
    private final Lazy<Tokens> tokens = new Lazy<>(this::buildTokens);
    private final Lazy<Credentials> credentials = new Lazy<>(this::buildCredentials);

    private Wiring(Environment environment) {
        this.environment = environment;
        this.adapters = new Adapters(environment);
    }

    /** The composition of this process. */
    public static Wiring shared() {
        return SHARED;
    }

    /** What every endpoint stands on. */
    public Edge edge() {
        var repeats = new Repeats(adapters.claims(), adapters.records());
        return new Edge(credentials.get(), repeats, adapters.clock());
    }

    /** Verifies tokens. */
    public Tokens tokens() {
        return tokens.get();
    }

    private Tokens buildTokens() {
        return new Tokens(
                IssuerKeys.at(environment.text("OIDC_JWKS_URI")),
                environment.text("OIDC_ISSUER"),
                environment.text("OIDC_AUDIENCE"),
                adapters.clock());
    }

    private Credentials buildCredentials() {
        return new Credentials(tokens(), new KeyCallers(adapters.apiKeys(), adapters.clock()));
    }

    /** Following. */
    public Followers followers() {
        return new Followers(
                adapters.records(),
                adapters.ledger(),
                new ParticipantList(adapters.participants(), adapters.records()),
                adapters.ids());
    }

    /** Following by the hundred. */
    public BulkFollowing bulkFollowing() {
        return new BulkFollowing(adapters.records(), adapters.ledger(), adapters.ids(), adapters.clock());
    }

    /** Whom one may pick as a follower. */
    public Candidates candidates() {
        return new Candidates(adapters.records(), adapters.roster(), adapters.participants());
    }

    /** Silencing conversations. */
    public Mutes mutes() {
        return new Mutes(adapters.records(), adapters.ledger(), adapters.ids());
    }

    /** Participants on terms of their own. */
    public Memberships memberships() {
        return new Memberships(adapters.records(), adapters.ledger(), seats(), adapters.ids());
    }

    /** Where participants write to by mail. */
    public InboundAddresses inboundAddresses() {
        return new InboundAddresses(
                adapters.records(),
                adapters.ledger(),
                adapters.addresses(),
                seats(),
                adapters.ids(),
                environment.mailDomain());
    }

    private Seats seats() {
        return new Seats(adapters.index(), adapters.directory(), adapters.records());
    }

    /** Followers of departments' threads with customers. */
    public ThreadFollowers threadFollowers() {
        return new ThreadFollowers(
                adapters.records(),
                adapters.ledger(),
                adapters.directory(),
                adapters.index(),
                adapters.subscriptions(),
                adapters.ids());
    }

    /** Single conversations. */
    public Conversations conversations() {
        return new Conversations(
                adapters.records(), adapters.ledger(), adapters.directory(), adapters.index(), adapters.ids());
    }

    /** Changes of fields and of who works on it. */
    public ConversationChanges changes() {
        return new ConversationChanges(
                adapters.records(), adapters.ledger(), adapters.directory(), conversations(), adapters.ids());
    }

    /** Deleting. */
    public ConversationDeletion deletion() {
        return new ConversationDeletion(adapters.records(), adapters.ledger(), adapters.ids());
    }

    /** Takes away what hung on what was deleted. */
    public Purge purge() {
        var estate = adapters.estate();
        var departures =
                new Departures(adapters.records(), adapters.ledger(), adapters.subscriptions(), estate, adapters.ids());
        var unassignment = new Unassignment(adapters.records(), adapters.ledger(), adapters.index(), adapters.ids());
        return new Purge(
                new ThreadClearing(adapters.records(), adapters.remains(), adapters.verdicts()),
                new UserClearing(
                        adapters.records(), estate, departures, unassignment, disconnection(), adapters.clock()),
                new TeamClearing(estate, adapters.directory(), adapters.ledger(), unassignment, adapters.clock()),
                adapters.purgeQueue());
    }

    /** Reads deletions from the stream. */
    public Deletions deletions() {
        return new StreamDeletions();
    }

    /** Where deletions go that cannot be read. */
    public RetryQueue unreadableDeletions() {
        return adapters.unreadableDeletions();
    }

    /** Where jobs of purging wait. */
    public PurgeQueue purgeQueue() {
        return adapters.purgeQueue();
    }

    /** Reads jobs of purging. */
    public PurgeCalls purgeCalls() {
        return SqsPurgeQueue::read;
    }

    /** Lists of conversations. */
    public ConversationLists lists() {
        return new ConversationLists(adapters.records(), adapters.index());
    }

    /** Messages. */
    public Messages messages() {
        return new Messages(adapters.records(), adapters.ledger(), adapters.messages(), adapters.ids());
    }

    /** The log. */
    public Activities activities() {
        return new Activities(adapters.records(), adapters.activities());
    }

    /** The inbox. */
    public Inbox inbox() {
        return new Inbox(adapters.records(), adapters.inboxRows());
    }

    /** What somebody wants to hear of. */
    public Preferences preferences() {
        return new Preferences(adapters.records(), adapters.ledger());
    }

    /** Administration. */
    public Administration administration() {
        return new Administration(adapters.records(), adapters.ledger(), adapters.directory(), adapters.ids());
    }

    /** Agents and contacts. */
    public Users users() {
        return new Users(adapters.records(), adapters.ledger(), adapters.roster(), adapters.apiKeys());
    }

    /** Closes sockets. */
    public Disconnection disconnection() {
        return new Disconnection(adapters.connections(), adapters.sockets(), presence());
    }

    /** Teams. */
    public Teams teams() {
        return new Teams(adapters.records(), adapters.ledger(), adapters.directory());
    }

    /** Making and revoking API keys. */
    public KeyAdministration keyAdministration() {
        return new KeyAdministration(adapters.records(), adapters.ledger(), adapters.apiKeys(), adapters.ids());
    }

    /** Making workspaces. */
    public Workspaces workspaces() {
        return new Workspaces(adapters.ledger(), adapters.ids());
    }

    /** Who may open a socket. */
    public SocketAdmissions admissions() {
        return new SocketAdmissions(adapters.records(), adapters.ledger(), adapters.tickets(), adapters.ids());
    }

    /** What sockets look at. */
    public Viewing viewing() {
        return new Viewing(adapters.records(), adapters.connections());
    }

    /** Tells those who look at one ticket of each other. */
    public Presence presence() {
        return new Presence(
                new Onlookers(adapters.records(), adapters.connections()),
                adapters.connections(),
                new Presence.Channel(adapters.sockets(), new FrameText()),
                new Presence.Time(adapters.clock(), Patience.by(adapters.clock())));
    }

    /** Which sockets are open. */
    public Connections connections() {
        return adapters.connections();
    }

    /** The time. */
    public InstantSource clock() {
        return adapters.clock();
    }

    /** Posts to sockets. */
    public Sockets sockets() {
        return adapters.sockets();
    }

    /** Finds people by their other names. */
    public Directory directory() {
        return adapters.directory();
    }

    /** The consistent batched read. */
    public Records records() {
        return adapters.records();
    }

    /** Says why somebody was told, or was not. */
    public Explanations explanations() {
        return new Explanations(adapters.records(), adapters.activities(), adapters.verdicts(), finder());
    }

    /** Carries activities out. */
    public FanOut fanOut() {
        return new FanOut(
                finder(),
                adapters.verdicts(),
                adapters.progress(),
                adapters.inboxRows(),
                new Broadcast(adapters.connections(), adapters.sockets(), new FrameText(), presence()),
                new MailSchedule(adapters.mailWindows(), adapters.mailQueue(), adapters.clock()),
                adapters.clock());
    }

    private FactFinder finder() {
        return new FactFinder(
                adapters.records(),
                adapters.participants(),
                adapters.directory(),
                adapters.connections(),
                adapters.subscriptions());
    }

    /** Reads activities from the stream and sets aside what fails. */
    public Outbox outbox() {
        return new StreamOutbox(adapters.activities(), adapters.retryQueue());
    }

    /** Reads calls for mail. */
    public MailCalls mailCalls() {
        return SqsMailQueue::read;
    }

    /** Sends mail. */
    public MailDelivery mailDelivery() {
        return new MailDelivery(
                adapters.records(),
                adapters.inboxRows(),
                new Hearing(adapters.subscriptions(), adapters.activities()),
                adapters.mailWindows(),
                new TokenIssue(adapters.mailTokens(), adapters.ids()),
                new Outlet(adapters.mailer(), pace(), adapters.mailQueue()),
                new LetterWriter(environment.text("PUBLIC_URL"), environment.mailDomain()),
                adapters.clock());
    }

    private Pace pace() {
        var rate = new SendRate(environment.number("MAILS_PER_SECOND"), environment.number("MAIL_WORKERS"));
        return new Pace(rate, adapters.clock(), Patience.by(adapters.clock()));
    }

    /** Where what failed for good lies. */
    public Archive archive() {
        return adapters.archive();
    }

    /** What ends in which dead letter queue, by its ARN. */
    public Map<String, Work> deadLetterQueues() {
        return Map.of(
                environment.text("MAIL_DEAD_LETTERS_ARN"), Work.MAIL,
                environment.text("FANOUT_DEAD_LETTERS_ARN"), Work.FAN_OUT,
                environment.text("PURGE_DEAD_LETTERS_ARN"), Work.PURGE);
    }

    /** Where what failed for good begins again. */
    public Map<Work, RetryQueue> workQueues() {
        return Map.of(
                Work.MAIL, adapters.mailLetters(),
                Work.FAN_OUT, adapters.retryQueue(),
                Work.PURGE, adapters.unreadableDeletions());
    }

    /** The functions that AWS calls by itself. */
    public TriggeredFunctions triggeredFunctions() {
        return adapters.triggeredFunctions();
    }

    /** What comes back of mail that was refused. */
    public Feedback feedback() {
        return new Feedback(adapters.records(), adapters.ledger());
    }

    /** What makes messages of mail. */
    public Reception reception() {
        return new Reception(
                adapters.records(),
                adapters.receivedMails(),
                new Reception.Doors(adapters.mailTokens(), inboundAddresses(), environment.mailDomain()),
                new Posting(adapters.records(), adapters.ledger(), adapters.messages(), adapters.ids()));
    }

    /** Unsubscribing by the links of mails. */
    public Unsubscriptions unsubscriptions() {
        return new Unsubscriptions(adapters.records(), adapters.mailTokens(), followers(), mutes());
    }
}
