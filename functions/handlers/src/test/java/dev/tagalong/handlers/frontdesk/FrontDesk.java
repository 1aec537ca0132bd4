package dev.tagalong.handlers.frontdesk;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.SocketAdmissions;
import dev.tagalong.domain.activity.Activities;
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
import dev.tagalong.domain.live.Disconnection;
import dev.tagalong.domain.live.Onlookers;
import dev.tagalong.domain.live.Presence;
import dev.tagalong.domain.live.Viewing;
import dev.tagalong.domain.mail.Feedback;
import dev.tagalong.domain.mail.Hearing;
import dev.tagalong.domain.mail.LetterWriter;
import dev.tagalong.domain.mail.MailDelivery;
import dev.tagalong.domain.mail.Outlet;
import dev.tagalong.domain.mail.Pace;
import dev.tagalong.domain.mail.SendRate;
import dev.tagalong.domain.mail.TokenIssue;
import dev.tagalong.domain.mail.Unsubscriptions;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.memory.Gateway;
import dev.tagalong.domain.memory.Postbox;
import dev.tagalong.domain.message.Messages;
import dev.tagalong.domain.notification.Inbox;
import dev.tagalong.domain.notification.Preferences;
import dev.tagalong.domain.people.Administration;
import dev.tagalong.domain.people.Teams;
import dev.tagalong.domain.people.Users;
import dev.tagalong.domain.people.Workspaces;
import dev.tagalong.domain.purge.Departures;
import dev.tagalong.domain.purge.Purge;
import dev.tagalong.domain.purge.PurgeQueue;
import dev.tagalong.domain.purge.TeamClearing;
import dev.tagalong.domain.purge.ThreadClearing;
import dev.tagalong.domain.purge.UserClearing;
import dev.tagalong.domain.subscription.ThreadFollowers;
import dev.tagalong.handlers.http.Edge;
import dev.tagalong.handlers.http.Repeats;
import dev.tagalong.handlers.identity.Credentials;
import dev.tagalong.handlers.live.FrameText;
import java.time.Duration;
import java.time.Instant;

/** The demo workspace with every use case, and the people in it as callers. */
public final class FrontDesk {
    public final Desk desk = new Desk();
    public final Issuer issuer = new Issuer(desk.clock);
    public final Edge edge = new Edge(
            new Credentials(issuer.tokens(), new KeyCallers(desk.store.apiKeys(), desk.clock)),
            new Repeats(desk.store.claims(), desk.store.records()),
            desk.clock);
    public final Gateway gateway = new Gateway(desk.store.faults());
    public final Postbox postbox = new Postbox(desk.store.faults());

    /** A request of that user of the demo workspace. */
    public Request as(UserId user) {
        return new Request().token(issuer.token(Desk.WORKSPACE, user));
    }

    /** A request of that user whose token is limited to these scopes. */
    public Request as(UserId user, String scope) {
        return new Request().token(issuer.token(Desk.WORKSPACE, user, scope));
    }

    public Followers followers() {
        var store = desk.store;
        var list = new ParticipantList(store.participants(), store.records());
        return new Followers(store.records(), store.ledger(), list, desk.ids);
    }

    public BulkFollowing bulkFollowing() {
        return new BulkFollowing(desk.store.records(), desk.store.ledger(), desk.ids, desk.clock);
    }

    public Candidates candidates() {
        return new Candidates(desk.store.records(), desk.store.roster(), desk.store.participants());
    }

    public Mutes mutes() {
        return new Mutes(desk.store.records(), desk.store.ledger(), desk.ids);
    }

    public Memberships memberships() {
        return new Memberships(desk.store.records(), desk.store.ledger(), seats(), desk.ids);
    }

    public InboundAddresses inboundAddresses() {
        var store = desk.store;
        return new InboundAddresses(
                store.records(), store.ledger(), store.addresses(), seats(), desk.ids, "tagalong.example");
    }

    private Seats seats() {
        return new Seats(desk.store.index(), desk.store.directory(), desk.store.records());
    }

    public Conversations conversations() {
        var store = desk.store;
        return new Conversations(store.records(), store.ledger(), store.directory(), store.index(), desk.ids);
    }

    public ConversationChanges changes() {
        var store = desk.store;
        return new ConversationChanges(store.records(), store.ledger(), store.directory(), conversations(), desk.ids);
    }

    public ConversationDeletion deletion() {
        return new ConversationDeletion(desk.store.records(), desk.store.ledger(), desk.ids);
    }

    /** What purges, with jobs put into that queue. */
    public Purge purge(PurgeQueue queue) {
        var store = desk.store;
        var unassignment = new Unassignment(store.records(), store.ledger(), store.index(), desk.ids);
        var departures =
                new Departures(store.records(), store.ledger(), store.subscriptions(), store.estate(), desk.ids);
        return new Purge(
                new ThreadClearing(store.records(), store.remains(), store.verdicts()),
                new UserClearing(
                        store.records(), store.estate(), departures, unassignment, disconnection(), desk.clock),
                new TeamClearing(store.estate(), store.directory(), store.ledger(), unassignment, desk.clock),
                queue);
    }

    public ConversationLists lists() {
        return new ConversationLists(desk.store.records(), desk.store.index());
    }

    public Messages messages() {
        return new Messages(desk.store.records(), desk.store.ledger(), desk.store.messages(), desk.ids);
    }

    public Activities activities() {
        return new Activities(desk.store.records(), desk.store.activityLog());
    }

    public Inbox inbox() {
        return new Inbox(desk.store.records(), desk.store.rows());
    }

    public Preferences preferences() {
        return new Preferences(desk.store.records(), desk.store.ledger());
    }

    public Administration administration() {
        var store = desk.store;
        return new Administration(store.records(), store.ledger(), store.directory(), desk.ids);
    }

    public Users users() {
        var store = desk.store;
        return new Users(store.records(), store.ledger(), store.roster(), store.apiKeys());
    }

    public Disconnection disconnection() {
        return new Disconnection(desk.store.connections(), gateway, presence());
    }

    public Teams teams() {
        return new Teams(desk.store.records(), desk.store.ledger(), desk.store.directory());
    }

    public KeyAdministration keys() {
        return new KeyAdministration(desk.store.records(), desk.store.ledger(), desk.store.apiKeys(), desk.ids);
    }

    public ThreadFollowers threadFollowers() {
        var store = desk.store;
        return new ThreadFollowers(
                store.records(), store.ledger(), store.directory(), store.index(), store.subscriptions(), desk.ids);
    }

    public Workspaces workspaces() {
        return new Workspaces(desk.store.ledger(), desk.ids);
    }

    public SocketAdmissions admissions() {
        var store = desk.store;
        return new SocketAdmissions(store.records(), store.ledger(), store.tickets(), desk.ids);
    }

    public Explanations explanations() {
        return new Explanations(desk.store.records(), desk.store.activityLog(), desk.store.verdicts(), finder());
    }

    public FanOut fanOut() {
        var store = desk.store;
        return new FanOut(
                finder(),
                store.verdicts(),
                store.progress(),
                store.rows(),
                new Broadcast(store.connections(), gateway, new FrameText(), presence()),
                new MailSchedule(store.windows(), postbox, desk.clock),
                desk.clock);
    }

    private FactFinder finder() {
        var store = desk.store;
        return new FactFinder(
                store.records(), store.participants(), store.directory(), store.connections(), store.subscriptions());
    }

    private Pace pace() {
        return new Pace(new SendRate(14, 2), desk.clock, this::wait);
    }

    private void wait(Instant moment) {
        desk.clock.advance(Duration.between(desk.clock.instant(), moment));
    }

    public MailDelivery mailDelivery() {
        var store = desk.store;
        return new MailDelivery(
                store.records(),
                store.rows(),
                new Hearing(store.subscriptions(), store.activityLog()),
                store.windows(),
                new TokenIssue(store.mailTokens(), desk.ids),
                new Outlet(postbox, pace(), postbox),
                new LetterWriter("https://tagalong.example", "tagalong.example"),
                desk.clock);
    }

    public Feedback feedback() {
        return new Feedback(desk.store.records(), desk.store.ledger());
    }

    public Unsubscriptions unsubscriptions() {
        return new Unsubscriptions(desk.store.records(), desk.store.mailTokens(), followers(), mutes());
    }

    public Viewing viewing() {
        return new Viewing(desk.store.records(), desk.store.connections());
    }

    public Presence presence() {
        return new Presence(
                new Onlookers(desk.store.records(), desk.store.connections()),
                desk.store.connections(),
                new Presence.Channel(gateway, new FrameText()),
                new Presence.Time(desk.clock, this::wait));
    }
}
