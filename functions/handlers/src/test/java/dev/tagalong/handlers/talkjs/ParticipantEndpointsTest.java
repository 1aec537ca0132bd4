package dev.tagalong.handlers.talkjs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.follow.Terms;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.TalkJsVersion;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParticipantEndpointsTest {
    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final ConversationId ticket = desk.supportTicket();
    private final JoinConversation join = new JoinConversation(front.edge, front.memberships());
    private final ChangeParticipant change = new ChangeParticipant(front.edge, front.memberships());
    private final LeaveConversation leave = new LeaveConversation(front.edge, front.memberships());
    private final GetParticipantEmail email = new GetParticipantEmail(front.edge, front.inboundAddresses());
    private final List<ParticipantEndpoint> all = List.of(join, change, leave, email);

    private Request of(Request caller, UserId target) {
        return caller.at("/v1/demo/conversations/x/participants/y")
                .path("appId", "demo")
                .path("id", ticket.toString())
                .path("userId", desk.user(target).uuid().toString());
    }

    private Answer joins(String body) {
        return of(front.as(Desk.SAM), Desk.ALICE).body(body).to(join);
    }

    private Answer changes(String body) {
        return of(front.as(Desk.SAM), Desk.ALICE).body(body).to(change);
    }

    private Terms terms() {
        return desk.membership(ticket, Desk.ALICE).orElseThrow().terms();
    }

    private static String refusal(Answer answer) {
        return answer.status() + " " + answer.at("errorCode") + " " + answer.at("message");
    }

    @Test
    void nobodyCallsWithoutAToken() {
        for (var endpoint : all) {
            assertThat(refusal(of(new Request(), Desk.ALICE).to(endpoint)))
                    .isEqualTo("401 UNAUTHENTICATED a token or an API key is needed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "DEMO", "demo ", ""})
    void anotherAppIs404(String app) {
        for (var endpoint : all) {
            assertThat(refusal(of(front.as(Desk.SAM), Desk.ALICE)
                            .path("appId", app)
                            .to(endpoint)))
                    .isEqualTo("404 NOT_FOUND app not found");
        }
        assertThat(desk.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-07-31", "2021-7-30", "1", "latest", "2021-01-01,2021-07-30"})
    void anUnknownVersionIs400(String version) {
        for (var endpoint : all) {
            assertThat(refusal(of(front.as(Desk.SAM), Desk.ALICE)
                            .query("version=" + version)
                            .to(endpoint)))
                    .isEqualTo("400 INVALID_INPUT version: must be 2021-01-01 or 2021-07-30");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"access\":\"read\"}", "{\"access\":true}", "{\"access\":1}", "{\"access\":[\"Read\"]}"})
    void anAccessThatIsNoneOfThoseIs400(String body) {
        assertThat(refusal(joins(body))).isEqualTo("400 INVALID_INPUT access: must be ReadWrite, Read or None");
        assertThat(refusal(changes(body))).isEqualTo("400 INVALID_INPUT access: must be ReadWrite, Read or None");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"notify\":\"true\"}", "{\"notify\":1}", "{\"notify\":{}}", "{\"notify\":\"mentionsonly\"}"})
    void aNotifyThatIsNoneOfThoseIs400(String body) {
        assertThat(refusal(joins(body))).isEqualTo("400 INVALID_INPUT notify: must be true, false or MentionsOnly");
        assertThat(refusal(changes(body))).isEqualTo("400 INVALID_INPUT notify: must be true, false or MentionsOnly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"Read\"", "{\"access\":", "null", "{\"access\":\"Read\",\"access\":\"Read\"}"})
    void aBodyThatIsNoObjectIs400(String body) {
        assertThat(joins(body).status()).isEqualTo(400);
        assertThat(changes(body).status()).isEqualTo(400);
    }

    @Test
    void joiningWithoutAccessIs400() {
        assertThat(refusal(joins("{\"access\":\"None\"}")))
                .isEqualTo("400 INVALID_INPUT access: must be ReadWrite or Read");
        assertThat(desk.membership(ticket, Desk.ALICE)).isEmpty();
    }

    @Test
    void unknownConversationsUsersAndParticipantsAre404() {
        var sam = front.as(Desk.SAM);
        assertThat(refusal(of(sam, Desk.ALICE).path("id", "nowhere").to(join)))
                .isEqualTo("404 NOT_FOUND conversation not found");
        assertThat(refusal(of(sam, Desk.ALICE).path("userId", "nobody").to(join)))
                .isEqualTo("404 NOT_FOUND user not found");
        assertThat(refusal(changes("{}"))).isEqualTo("404 NOT_FOUND participant not found");
        assertThat(refusal(of(front.as(Desk.ALICE), Desk.BOB).to(join)))
                .isEqualTo("404 NOT_FOUND conversation not found");
    }

    @Test
    void whatIsNotTheirsToDoIs403() {
        desk.member(ticket, Desk.ALICE, FollowAccess.READ, Notify.ALL);
        assertThat(refusal(of(front.as(Desk.ALICE), Desk.BOB).to(join))).isEqualTo("403 FORBIDDEN you may not do this");
        assertThat(refusal(of(front.as(Desk.ALICE), Desk.ALICE).to(join)))
                .isEqualTo("403 FORBIDDEN you may not raise your own access");
        assertThat(of(front.as(Desk.SAM, "users:manage"), Desk.ALICE).to(leave).status())
                .isEqualTo(403);
    }

    @Test
    void beyondTheLimitIs409() {
        desk.settings(new WorkspaceSettings(1, true, false, Duration.ZERO, true, TalkJsVersion.NONE_ADDED));
        desk.follows(ticket, Desk.BOB);
        assertThat(refusal(joins("{}"))).isEqualTo("409 CONFLICT the conversation has its limit of 1 participants");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"access\":null,\"notify\":null}", "{\"extra\":[1]}"})
    void joiningWithoutTermsIsEverythingOn(String body) {
        desk.member(ticket, Desk.ALICE, FollowAccess.READ, Notify.NOTHING);

        var answer = joins(body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(terms()).isEqualTo(Terms.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"access\":\"Read\"}; READ; ALL",
                "{\"notify\":false}; READ_WRITE; NOTHING",
                "{\"access\":\"ReadWrite\",\"notify\":\"MentionsOnly\"}; READ_WRITE; MENTIONS_ONLY"
            })
    void joiningOverwrites(String body, FollowAccess access, Notify notices) {
        desk.member(ticket, Desk.ALICE, FollowAccess.READ, Notify.MENTIONS_ONLY);
        assertThat(joins(body).text()).isEqualTo("{}");
        assertThat(terms()).isEqualTo(new Terms(access, notices));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; READ; MENTIONS_ONLY",
                "{\"access\":\"ReadWrite\"}; READ_WRITE; MENTIONS_ONLY",
                "{\"access\":\"None\"}; NONE; MENTIONS_ONLY",
                "{\"notify\":true}; READ; ALL"
            })
    void changingMerges(String body, FollowAccess access, Notify notices) {
        desk.member(ticket, Desk.ALICE, FollowAccess.READ, Notify.MENTIONS_ONLY);
        var answer = changes(body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(terms()).isEqualTo(new Terms(access, notices));
    }

    @Test
    void leavingIsDoneHoweverOften() {
        desk.follows(ticket, Desk.ALICE);
        for (int time = 0; time < 2; time++) {
            var answer = of(front.as(Desk.ALICE), Desk.ALICE).to(leave);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("{}");
        }
        assertThat(desk.membership(ticket, Desk.ALICE)).isEmpty();
        assertThat(desk.logged()).containsExactly(ActivityType.UNFOLLOWED);
    }

    @Test
    void theAddressIsTheirOwnAndAnAdmins() {
        desk.follows(ticket, Desk.ALICE);

        var own = of(front.as(Desk.ALICE), Desk.ALICE).to(email);

        assertThat(own.status()).isEqualTo(200);
        assertThat(own.text()).matches("\\{\"emailAddress\":\"[0-9a-v]{26}\\.demo@tagalong\\.example\"}");
        assertThat(of(front.as(Desk.ADA), Desk.ALICE).to(email).text()).isEqualTo(own.text());
        assertThat(refusal(of(front.as(Desk.SAM), Desk.ALICE).to(email)))
                .isEqualTo("403 FORBIDDEN you may not see this address");
        assertThat(of(front.as(Desk.ALICE, "conversations:read"), Desk.ALICE)
                        .to(email)
                        .status())
                .isEqualTo(403);
        assertThat(refusal(of(front.as(Desk.BOB), Desk.BOB).to(email)))
                .isEqualTo("404 NOT_FOUND participant not found");
    }

    @Test
    void leavingByTheInitialVersionKeepsTheHistory() {
        desk.follows(ticket, Desk.ALICE);
        of(front.as(Desk.ALICE), Desk.ALICE).query("version=2021-01-01").to(leave);
        assertThat(terms().access()).isEqualTo(FollowAccess.NONE);
    }

    @Test
    void theInitialVersionKnowsNoAccessNone() {
        desk.follows(ticket, Desk.ALICE);
        assertThat(refusal(of(front.as(Desk.SAM), Desk.ALICE)
                        .query("version=2021-01-01")
                        .body("{\"access\":\"None\"}")
                        .to(change)))
                .isEqualTo("400 INVALID_INPUT access: takes None since version 2021-07-30");
    }
}
