package dev.tagalong.domain.fanout;

import static dev.tagalong.domain.memory.Desk.SAM;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.Draft;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.message.Messages;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket of team Support, to which something has just happened; its plan is made from facts read back. */
final class Scene {
    final Desk desk = new Desk();
    final ConversationId ticket = desk.supportTicket();
    private Activity activity = desk.activity(ticket, ActivityType.CONVERSATION_CREATED, SAM, null, null);

    Scene off() {
        desk.settings(new WorkspaceSettings(100, true, false, Duration.ZERO, false, TalkJsVersion.NONE_ADDED));
        return this;
    }

    Scene assigned(Assignment assignment) {
        desk.assign(ticket, assignment);
        return this;
    }

    Scene member(UserId user) {
        return member(user, FollowAccess.READ_WRITE, Notify.ALL);
    }

    Scene member(UserId user, FollowAccess access, Notify notices) {
        desk.member(ticket, user, access, notices);
        return this;
    }

    Scene parked(UserId user) {
        var follows = desk.follows(ticket, user);
        desk.commit(new Write.SaveMembership(follows, follows.withParked(true, desk.ids.event())));
        return this;
    }

    Scene muted(UserId user) {
        return mutedUntil(user, desk.clock.instant().plusSeconds(1));
    }

    Scene mutedUntilNow(UserId user) {
        return mutedUntil(user, desk.clock.instant());
    }

    private Scene mutedUntil(UserId user, Instant until) {
        var from = desk.follows(ticket, user);
        var muted = new Membership(
                from.key(),
                true,
                false,
                from.access(),
                from.notices(),
                user,
                from.since(),
                null,
                until,
                desk.ids.event());
        desk.commit(new Write.SaveMembership(from, muted));
        return this;
    }

    /** Somebody who subscribes to the thread of the ticket. */
    Scene subscribed(UserId user, Topic... topics) {
        desk.subscribes(ticket, user, topics);
        return this;
    }

    Scene settings(UserId user, NotificationSettings settings) {
        desk.commit(new Write.SaveUserSettings(desk.user(user), settings));
        return this;
    }

    UserId deactivated(int id) {
        return desk.inactiveAgent(id);
    }

    Scene viewing(UserId user) {
        var socket = new Connection(
                new ConnectionId("view-" + user.value()),
                user,
                desk.clock.instant().plusSeconds(3600));
        desk.store.connections().open(Desk.WORKSPACE, socket);
        desk.store.connections().view(Desk.WORKSPACE, socket, ticket);
        return this;
    }

    Scene happens(ActivityType type, UserId actor, @Nullable UserId target) {
        activity = desk.activity(ticket, type, actor, target, null);
        return this;
    }

    Scene posts(UserId author, MessageType type, UserId... mentions) {
        var message = new Message(
                desk.ids.event(), ticket, type, author, "It works again.", List.of(mentions), desk.clock.instant());
        activity = desk.activity(ticket, ActivityType.MESSAGE_POSTED, author, null, message.id());
        desk.commit(new Write.AddMessage(message), new Write.RecordActivity(activity));
        return this;
    }

    /** A message of the customer that an agent posts, by the use case that posts messages. */
    Scene postsAsCustomer(UserId agent) {
        var messages = new Messages(desk.store.records(), desk.store.ledger(), desk.store.messages(), desk.ids);
        var draft = new Draft("It works again.", false, true, List.of());
        Desk.done(messages.post(desk.as(agent), ticket, draft, desk.clock.instant()));
        activity = desk.log().getLast();
        return this;
    }

    Activity activity() {
        return activity;
    }

    FactFinder finder() {
        return new FactFinder(
                desk.store.records(),
                desk.store.participants(),
                desk.store.directory(),
                desk.store.connections(),
                desk.store.subscriptions());
    }

    Facts facts() {
        return finder().find(activity, desk.clock.instant()).orElseThrow();
    }

    Plan plan() {
        return Plan.of(facts());
    }
}
