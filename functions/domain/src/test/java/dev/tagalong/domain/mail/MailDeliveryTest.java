package dev.tagalong.domain.mail;

import static dev.tagalong.domain.memory.Desk.ALICE;
import static dev.tagalong.domain.memory.Desk.SAM;
import static dev.tagalong.domain.memory.Desk.SYSTEM;
import static dev.tagalong.domain.memory.Desk.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.memory.Postbox;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.people.MailTrouble;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.ThreadCategory;
import dev.tagalong.domain.subscription.ThreadEvent;
import dev.tagalong.domain.subscription.ThreadType;
import dev.tagalong.domain.subscription.Topic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailDeliveryTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final Membership follows = desk.follows(ticket, ALICE);
    private final Postbox postbox = new Postbox(desk.store.faults());
    private final MailKey key = new MailKey(WORKSPACE, ALICE, ticket);
    private final MailDelivery delivery = delivery(postbox, postbox);

    private MailDelivery delivery(Mailer mailer, MailQueue queue) {
        return new MailDelivery(
                desk.store.records(),
                desk.store.rows(),
                new Hearing(desk.store.subscriptions(), desk.store.activityLog()),
                desk.store.windows(),
                new TokenIssue(desk.store.mailTokens(), desk.ids),
                outlet(mailer, queue),
                new LetterWriter("https://tagalong.example", "tagalong.example"),
                desk.clock);
    }

    private Outlet outlet(Mailer mailer, MailQueue queue) {
        var pace = new Pace(
                new SendRate(20, 2),
                desk.clock,
                moment -> desk.clock.advance(Duration.between(desk.clock.instant(), moment)));
        return new Outlet(mailer, pace, queue);
    }

    private EventId note(UserId recipient, String text, Reason reason) {
        return note(recipient, Kind.NOTE, text, reason);
    }

    private EventId note(UserId recipient, Kind kind, String text, Reason reason) {
        var id = desk.ids.event();
        var now = desk.clock.instant();
        desk.commit(new Write.AddMessage(new Message(id, ticket, MessageType.NOTE, SAM, text, List.of(), now)));
        desk.store
                .rows()
                .putIfAbsent(
                        WORKSPACE,
                        List.of(new Notification(id, recipient, ticket, kind, reason, SAM, id, now, now, null, null)));
        desk.store.windows().add(new MailKey(WORKSPACE, recipient, ticket), id, now);
        return id;
    }

    private EventId note(String text) {
        return note(ALICE, text, Reason.FOLLOWER);
    }

    @Test
    void withoutAWindowThereIsNothingToSend() {
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).isEmpty();
    }

    @Test
    void whatGathersWhileAMailIsBeingSentWaitsForNoOtherCall() {
        Mailer busy = letter -> {
            if (postbox.sent().isEmpty()) {
                note("second");
            }
            return postbox.send(letter);
        };
        var sending = delivery(busy, postbox);
        note("first");
        assertThat(sending.deliver(key)).isTrue();
        assertThat(postbox.sent()).hasSize(2);
    }

    @Test
    void whatWasReadMeanwhileIsNotMailed() {
        var event = note("read");
        desk.store.rows().markRead(WORKSPACE, ALICE, event, desk.clock.instant());
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).isEmpty();
    }

    @Test
    void whatWasDeletedMeanwhileIsNotMailed() {
        desk.store.rows().delete(WORKSPACE, ALICE, note("deleted"));
        delivery.deliver(key);
        assertThat(postbox.sent()).isEmpty();
    }

    @Test
    void aSubscriberIsSentWhatTheyStillSubscribeTo() {
        var topic = new Topic(ThreadType.INTERNAL, ThreadCategory.MANUAL, ThreadEvent.INTERNAL_NOTE);
        desk.subscribes(ticket, ALICE, topic);
        note(ALICE, "heard", Reason.SUBSCRIPTION);
        delivery.deliver(key);
        assertThat(postbox.sent()).hasSize(1);
        assertThat(postbox.sent().getFirst().headers()).containsEntry("X-Tagalong-Reason", "subscription");

        note(ALICE, "no more", Reason.SUBSCRIPTION);
        desk.subscribes(ticket, ALICE, new Topic(ThreadType.INTERNAL, ThreadCategory.MANUAL, ThreadEvent.STATUS));
        delivery.deliver(key);
        note(ALICE, "nothing at all", Reason.SUBSCRIPTION);
        desk.subscribes(ticket, ALICE);
        delivery.deliver(key);
        assertThat(postbox.sent()).hasSize(1);
    }

    @Test
    void aSubscriberIsSentNoUpdateButThoseTheyStillSubscribeTo() {
        desk.subscribes(ticket, ALICE, new Topic(ThreadType.INTERNAL, ThreadCategory.MANUAL, ThreadEvent.STATUS));
        update(ActivityType.ASSIGNED, SAM);
        update(ActivityType.TEAM_UNASSIGNED, SAM);
        update(ActivityType.STATUS_CHANGED, SYSTEM);
        delivery.deliver(key);
        assertThat(postbox.sent()).isEmpty();
        update(ActivityType.STATUS_CHANGED, SAM);
        delivery.deliver(key);
        assertThat(postbox.sent()).hasSize(1);

        desk.subscribes(
                ticket, ALICE, new Topic(ThreadType.INTERNAL, ThreadCategory.AUTOMATIC, ThreadEvent.ASSIGNMENT));
        update(ActivityType.STATUS_CHANGED, SYSTEM);
        update(ActivityType.ASSIGNED, SAM);
        delivery.deliver(key);
        assertThat(postbox.sent()).hasSize(1);
        update(ActivityType.UNASSIGNED, SYSTEM);
        delivery.deliver(key);
        assertThat(postbox.sent()).hasSize(2);
    }

    @Test
    void aSubscriberToWhatTheSystemDoesIsSentNoNoteOfAPerson() {
        desk.subscribes(
                ticket, ALICE, new Topic(ThreadType.INTERNAL, ThreadCategory.AUTOMATIC, ThreadEvent.INTERNAL_NOTE));
        note(ALICE, "by Sam", Reason.SUBSCRIPTION);
        delivery.deliver(key);
        assertThat(postbox.sent()).isEmpty();
    }

    private void update(ActivityType type, UserId actor) {
        var activity = desk.activity(ticket, type, actor, null, null);
        desk.commit(new Write.RecordActivity(activity));
        var now = desk.clock.instant();
        desk.store
                .rows()
                .putIfAbsent(
                        WORKSPACE,
                        List.of(new Notification(
                                activity.id(),
                                ALICE,
                                ticket,
                                Kind.UPDATE,
                                Reason.SUBSCRIPTION,
                                actor,
                                null,
                                now,
                                now,
                                null,
                                null)));
        desk.store.windows().add(key, activity.id(), now);
    }

    @Test
    void whoLostAccessIsSentNothing() {
        note("secret");
        desk.commit(new Write.SaveMembership(follows, null));
        delivery.deliver(key);
        assertThat(postbox.sent()).isEmpty();
    }

    @Test
    void whoseMembershipHasEndedIsSentNothing() {
        note("secret");
        desk.member(ticket, ALICE, FollowAccess.NONE, Notify.ALL);
        delivery.deliver(key);
        assertThat(postbox.sent()).isEmpty();
    }

    @Test
    void whoUnfollowedIsSentNothingEvenIfTheirRoleLetsThemSeeIt() {
        var key = new MailKey(WORKSPACE, SAM, ticket);
        note(SAM, "no longer for followers", Reason.FOLLOWER);
        delivery.deliver(key);
        assertThat(postbox.sent()).isEmpty();
        note(SAM, "but Sam is named here", Reason.MENTION);
        delivery.deliver(key);
        assertThat(postbox.sent()).hasSize(1);
    }

    @Test
    void whoMutedMeanwhileIsSentNothing() {
        note("quiet");
        var muted = new Membership(
                follows.key(),
                true,
                false,
                follows.access(),
                Notify.ALL,
                ALICE,
                follows.since(),
                null,
                desk.clock.instant().plusSeconds(60),
                desk.ids.event());
        desk.commit(new Write.SaveMembership(follows, muted));
        delivery.deliver(key);
        assertThat(postbox.sent()).isEmpty();
    }

    @Test
    void whoSilencedTheTicketMeanwhileIsSentNothing() {
        note("silenced");
        desk.member(ticket, ALICE, FollowAccess.READ_WRITE, Notify.NOTHING);
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).isEmpty();
    }

    @Test
    void whoWantsMentionsOnlyMeanwhileIsSentThoseAlone() {
        note("unheard");
        note(ALICE, Kind.MENTION, "named here", Reason.MENTION);
        desk.member(ticket, ALICE, FollowAccess.READ_WRITE, Notify.MENTIONS_ONLY);
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent())
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.text()).contains("named here").doesNotContain("unheard"));
    }

    @Test
    void whoSwitchedMailOffMeanwhileIsSentNothing() {
        note("off");
        var off = NotificationSettings.DEFAULT.with(Kind.NOTE, new Channels(true, false));
        desk.commit(new Write.SaveUserSettings(desk.user(ALICE), off));
        delivery.deliver(key);
        assertThat(postbox.sent()).isEmpty();
    }

    @Test
    void whoseAddressRefusesMailIsSentNothing() {
        note("refused");
        desk.commit(new Write.SaveMailTrouble(desk.user(ALICE), MailTrouble.BOUNCED));
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).isEmpty();
    }

    @Test
    void aWorkspaceThatIsSwitchedOffSendsNothing() {
        note("off");
        desk.settings(new WorkspaceSettings(100, true, false, Duration.ZERO, false, TalkJsVersion.NONE_ADDED));
        delivery.deliver(key);
        assertThat(postbox.sent()).isEmpty();
    }

    @Test
    void severalEventsAreOneLetterInTheOrderOfTheEvents() {
        note("first");
        note("second");
        note("third");
        delivery.deliver(key);
        assertThat(postbox.sent()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("alice@example.com");
            assertThat(letter.text()).containsSubsequence("first", "second", "third");
        });
    }

    @Test
    void whatWasMailedIsNotMailedAgain() {
        var event = note("once");
        delivery.deliver(key);
        desk.store.windows().add(key, event, desk.clock.instant());
        delivery.deliver(key);
        assertThat(postbox.sent()).hasSize(1);
        assertThat(desk.store.rows().find(WORKSPACE, ALICE, event).orElseThrow().mailedAt())
                .isNotNull();
    }

    @Test
    void aWindowThatAnotherWorkerHasMustComeAgain() {
        note("held");
        desk.store.windows().claim(key, desk.clock.instant(), MailDelivery.LEASE);
        assertThat(delivery.deliver(key)).isFalse();
        assertThat(postbox.sent()).isEmpty();

        desk.clock.advance(MailDelivery.LEASE);
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).hasSize(1);
    }

    @Test
    void aCrashAfterAnyCallDoublesOneLetterAtMostAndLosesNone() {
        for (int calls = 0; calls < 13; calls++) {
            var before = postbox.sent().size();
            note("after " + calls + " calls");
            desk.store.faults().failAfter(calls);
            try {
                delivery.deliver(key);
            } catch (IllegalStateException lost) {
                assertThat(lost).hasMessageContaining("told to fail");
            }
            desk.store.faults().heal();
            desk.clock.advance(MailDelivery.LEASE);
            assertThat(delivery.deliver(key)).isTrue();
            assertThat(postbox.sent().size() - before)
                    .as("after %s calls", calls)
                    .isBetween(1, 2);
        }
    }

    @Test
    void aMailerThatRefusesLeavesTheRowUnmailed() {
        var event = note("refused");
        desk.store.faults().failAfter(5);
        assertThatIllegalStateException().isThrownBy(() -> delivery.deliver(key));
        desk.store.faults().heal();
        assertThat(postbox.sent()).isEmpty();
        assertThat(desk.store.rows().find(WORKSPACE, ALICE, event).orElseThrow().mailedAt())
                .isNull();
    }

    @Test
    void theWayOutIsTheReasonsOwnAndTheSameInEveryLetter() {
        note("first");
        delivery.deliver(key);
        note("second");
        delivery.deliver(key);
        note(ALICE, "named", Reason.MENTION);
        delivery.deliver(key);
        var links = postbox.sent().stream()
                .map(letter -> letter.headers().get("List-Unsubscribe"))
                .toList();
        assertThat(links.get(0)).isEqualTo(links.get(1)).isNotEqualTo(links.get(2));
        assertThat(desk.store.mailTokens().find(WORKSPACE, secret(links.get(0))))
                .map(MailToken::way)
                .contains(Unsubscribing.UNFOLLOW);
        assertThat(desk.store.mailTokens().find(WORKSPACE, secret(links.get(2))))
                .map(MailToken::way)
                .contains(Unsubscribing.MUTE);
    }

    private static String secret(String link) {
        return link.replaceAll(".*/([0-9a-v]{26})[.]demo>", "$1");
    }

    @Test
    void whatArrivesWhileALetterIsWrittenStaysForTheNext() {
        note("first");
        var claim = (MailWindows.Claim) desk.store.windows().claim(key, desk.clock.instant(), MailDelivery.LEASE);
        note("second");
        desk.store.windows().settle(key, claim);
        delivery.deliver(key);
        assertThat(postbox.sent())
                .singleElement()
                .satisfies(
                        letter -> assertThat(letter.text()).contains("second").doesNotContain("first"));
    }

    @Test
    void whatGoesTooFastIsCalledForAnewAndSentOnce() {
        note("first");
        postbox.refuse(Mailer.Taking.TOO_FAST);
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).isEmpty();
        assertThat(postbox.calls()).containsExactly(new Postbox.Call(key, MailDelivery.SOON));

        note("second");
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).isEmpty();

        desk.clock.advance(MailDelivery.SOON);
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent())
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("first", "second"));
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).hasSize(1);
    }

    @Test
    void aCallThatTheQueueWasSlowToTakeIsNotTooEarly() {
        var takes = Duration.ofSeconds(1);
        MailQueue slow = (window, delay) -> {
            postbox.schedule(window, delay);
            desk.clock.advance(takes);
        };
        note("first");
        postbox.refuse(Mailer.Taking.TOO_FAST);
        assertThat(delivery(postbox, slow).deliver(key)).isTrue();

        desk.clock.advance(MailDelivery.SOON.minus(takes));
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).hasSize(1);
    }

    @Test
    void whatIsMoreThanADayMayHaveWaitsAsLongAsAQueueCan() {
        note("too many");
        postbox.refuse(Mailer.Taking.QUOTA_SPENT);
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.calls()).containsExactly(new Postbox.Call(key, Duration.ofMinutes(15)));
    }

    @Test
    void whatCannotBeAddressedIsSettledUnmailed() {
        var event = note("lost");
        postbox.refuse(Mailer.Taking.NO_ADDRESS);

        assertThat(delivery.deliver(key)).isTrue();
        assertThat(desk.store.rows().find(WORKSPACE, ALICE, event).orElseThrow().mailedAt())
                .isNull();
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).isEmpty();
        assertThat(postbox.calls()).isEmpty();
    }

    @Test
    void whatIsPutOffAndReadMeanwhileIsNotMailed() {
        var event = note("too many");
        postbox.refuse(Mailer.Taking.QUOTA_SPENT);
        delivery.deliver(key);
        desk.store.rows().markRead(WORKSPACE, ALICE, event, desk.clock.instant());
        desk.clock.advance(MailDelivery.LATER);
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).isEmpty();
    }

    @Test
    void aCallThatCannotBeMadeLeavesTheWindowToWhoeverComesNext() {
        note("too many");
        postbox.refuse(Mailer.Taking.TOO_FAST);
        desk.store.faults().failAfter(6);
        assertThatIllegalStateException().isThrownBy(() -> delivery.deliver(key));
        desk.store.faults().heal();
        assertThat(postbox.calls()).isEmpty();

        desk.clock.advance(MailDelivery.LEASE);
        assertThat(delivery.deliver(key)).isTrue();
        assertThat(postbox.sent()).hasSize(1);
    }
}
