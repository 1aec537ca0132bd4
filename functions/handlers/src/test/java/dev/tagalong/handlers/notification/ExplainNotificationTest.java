package dev.tagalong.handlers.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.Draft;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplainNotificationTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final ConversationId ticket = desk.supportTicket();
    private final ExplainNotification explain = new ExplainNotification(front.edge, front.explanations());

    private Activity bobNotes() {
        var draft = new Draft("Look here", true, false, List.of());
        Desk.done(front.messages().post(desk.as(Desk.BOB), ticket, draft, desk.clock.instant()));
        return desk.log().getLast();
    }

    private Answer ask(UserId asker, String query) {
        return front.as(asker).on(ticket).query(query).to(explain);
    }

    private Answer ask(UserId asker, Object about, Activity event) {
        return ask(asker, "user_id=" + about + "&event=" + event.id());
    }

    @Test
    void whatTheFanOutDecidedIsToldThoughThingsHaveChanged() {
        desk.follows(ticket, Desk.ALICE);
        var event = bobNotes();
        front.fanOut().carryOut(event);
        Desk.done(front.followers().unfollow(desk.as(Desk.ALICE), ticket, desk.clock.instant()));

        assertThat(ask(Desk.BOB, 17, event).text())
                .isEqualTo("{\"data\":{\"notified\":true,\"reason\":\"follower\",\"rule\":\"notified\","
                        + "\"recalculated\":false}}");
    }

    @Test
    void aRuleThatKeptSomebodyFromHearingIsNamed() {
        desk.follows(ticket, Desk.ALICE);
        Desk.done(front.mutes()
                .mute(
                        desk.as(Desk.ALICE),
                        ticket,
                        desk.clock.instant().plus(Duration.ofDays(1)),
                        desk.clock.instant()));
        var event = bobNotes();
        front.fanOut().carryOut(event);

        var answer = ask(Desk.ALICE, 17, event);
        assertThat(answer.at("data.notified")).isEqualTo(false);
        assertThat(answer.at("data.rule")).isEqualTo("muted");
    }

    @Test
    void whoHadNoVerdictHadNoReasonAndNothingIsRecalculated() {
        var event = bobNotes();
        front.fanOut().carryOut(event);
        desk.follows(ticket, Desk.ALICE);

        assertThat(ask(Desk.BOB, 17, event).text())
                .isEqualTo("{\"data\":{\"notified\":false,\"reason\":null,\"rule\":\"no_reason\","
                        + "\"recalculated\":false}}");
    }

    @Test
    void whereNothingIsKeptItIsRecalculatedAndSaysSo() {
        desk.follows(ticket, Desk.ALICE);
        var event = bobNotes();

        var answer = ask(Desk.BOB, 17, event);
        assertThat(answer.at("data.notified")).isEqualTo(true);
        assertThat(answer.at("data.recalculated")).isEqualTo(true);
        assertThat(ask(Desk.BOB, 42, event).at("data.rule")).isEqualTo("no_reason");
    }

    @Test
    void whoIsNotNamedIsTheCaller() {
        desk.follows(ticket, Desk.ALICE);
        var event = bobNotes();

        assertThat(ask(Desk.ALICE, "event=" + event.id()).at("data.reason")).isEqualTo("follower");
    }

    @Test
    void onlyWhoEditsAsksAboutOthers() {
        desk.follows(ticket, Desk.ALICE);
        var event = bobNotes();

        assertThat(ask(Desk.ALICE, 42, event).status()).isEqualTo(403);
        assertThat(ask(Desk.ALICE, 999, event).status()).isEqualTo(403);
        assertThat(ask(Desk.SAM, 17, event).status()).isEqualTo(200);
    }

    @Test
    void whoMayNotReadTheLogAsksNothing() {
        var event = bobNotes();
        assertThat(ask(Desk.ALICE, 17, event).status()).isEqualTo(404);
        desk.follows(ticket, Desk.LINDA);
        assertThat(ask(Desk.LINDA, 90, event).status()).isEqualTo(403);
        desk.member(ticket, Desk.ALICE, FollowAccess.NONE, Notify.ALL);
        assertThat(ask(Desk.ALICE, 17, event).status()).isEqualTo(403);
    }

    @Test
    void unknownUsersContactsAndEventsAre404() {
        var event = bobNotes();
        assertThat(ask(Desk.BOB, 999, event).refusal()).isEqualTo("404 NotFoundError user not found");
        assertThat(ask(Desk.BOB, 90, event).refusal()).isEqualTo("404 NotFoundError user not found");
        for (var unknown : List.of(desk.ids.event().toString(), "afa55a3b-60fa-4930-8382-4ad39cf6929f")) {
            assertThat(ask(Desk.BOB, "user_id=42&event=" + unknown).refusal())
                    .isEqualTo("404 NotFoundError event not found");
        }
    }

    @Test
    void anEventOfAnotherTicketIsNotFound() {
        var event = bobNotes();
        var other = desk.ticket(new Assignment(null, Desk.SUPPORT));

        assertThat(front.as(Desk.BOB)
                        .on(other)
                        .query("event=" + event.id())
                        .to(explain)
                        .refusal())
                .isEqualTo("404 NotFoundError event not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "event=", "event=217", "event=x&user_id=42", "event=a,b"})
    void anEventIsOneUuid(String query) {
        assertThat(ask(Desk.BOB, query).refusal()).startsWith("400 InputError event: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "bob", "17,42"})
    void aUserIsOnePositiveInt(String user) {
        assertThat(ask(Desk.BOB, user, bobNotes()).refusal()).startsWith("400 InputError user_id: ");
    }
}
