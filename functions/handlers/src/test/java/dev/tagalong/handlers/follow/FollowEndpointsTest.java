package dev.tagalong.handlers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FollowEndpointsTest {
    private static final String UNKNOWN = "afa55a3b-60fa-4930-8382-4ad39cf6929f";

    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final FollowConversation follow = new FollowConversation(front.edge, front.followers());
    private final UnfollowConversation unfollow = new UnfollowConversation(front.edge, front.followers());
    private final AddFollower add = new AddFollower(front.edge, front.followers());
    private final RemoveFollower remove = new RemoveFollower(front.edge, front.followers());
    private final ListParticipants list = new ListParticipants(front.edge, front.followers());

    private Request bob() {
        return front.as(Desk.BOB);
    }

    private Answer bobAdds(String body) {
        return bob().on(desk.supportTicket()).body(body).to(add);
    }

    @Test
    void followingAnswersTheRefreshedList() {
        var answer = bob().on(desk.supportTicket()).to(follow);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"data\":{\"participants\":[{\"id\":42,\"first_name\":\"Bob\",\"last_name\":\"Smith\","
                        + "\"email\":\"bob@example.com\",\"type\":\"agent\",\"avatar_url\":null}]}}");
    }

    @Test
    void followingTwiceChangesNothing() {
        var ticket = desk.supportTicket();
        bob().on(ticket).to(follow);

        assertThat(bob().on(ticket).to(follow).list("data.participants")).hasSize(1);
        assertThat(desk.log()).hasSize(1);
    }

    @Test
    void unfollowingAnswersTheListWithoutMe() {
        var ticket = desk.supportTicket();
        desk.follows(ticket, Desk.BOB);
        desk.follows(ticket, Desk.ALICE);

        var answer = bob().on(ticket).to(unfollow);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.list("data.participants")).hasSize(1);
        assertThat(answer.at("data.participants.0.id")).isEqualTo(17);
    }

    @Test
    void addingSomebodyListsThem() {
        var answer = bobAdds("{\"user_id\":17}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("data.participants.0.first_name")).isEqualTo("Alice");
    }

    @Test
    void fieldsThatNobodyAskedForAreNoMatter() {
        assertThat(bobAdds("{\"user_id\":17,\"note\":{\"a\":[1]}}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user_id\":0}",
                "{\"user_id\":-17}",
                "{\"user_id\":\"17\"}",
                "{\"user_id\":17.0}",
                "{\"user_id\":true}",
                "{\"user_id\":[17]}",
                "{\"user_id\":2147483648}"
            })
    void aUserIdThatIsNoPositiveIntIs400(String body) {
        assertThat(bobAdds(body).refusal()).isEqualTo("400 InputError user_id: must be a positive whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"user_id\":null}", "{\"userId\":17}"})
    void aMissingUserIdIs400(String body) {
        assertThat(bobAdds(body).refusal()).isEqualTo("400 InputError user_id: is required");
    }

    @Test
    void unknownConversationsAndUsersAre404() {
        assertThat(bobAdds("{\"user_id\":999}").refusal()).isEqualTo("404 NotFoundError user not found");
        assertThat(bob().path("uuid", UNKNOWN).body("{\"user_id\":17}").to(add).refusal())
                .isEqualTo("404 NotFoundError conversation not found");
    }

    @Test
    void aContactIs404() {
        assertThat(bobAdds("{\"user_id\":90}").status()).isEqualTo(404);
    }

    @Test
    void addingTheSystemUserChangesNothing() {
        var answer = bobAdds("{\"user_id\":1}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.list("data.participants")).isEmpty();
    }

    @Test
    void beyondTheLimitIs409() {
        var usual = WorkspaceSettings.DEFAULT;
        desk.settings(new WorkspaceSettings(
                1,
                usual.followGrantsAccess(),
                usual.assigneeCanFollow(),
                usual.quietWindow(),
                usual.notificationsEnabled(),
                usual.talkjsVersion()));
        var ticket = desk.supportTicket();
        desk.follows(ticket, Desk.ALICE);

        assertThat(bob().on(ticket).body("{\"user_id\":7}").to(add).refusal()).startsWith("409 ConflictError ");
    }

    @Test
    void whoSeesOnlyAsAFollowerAddsNobody() {
        var ticket = desk.supportTicket();
        desk.follows(ticket, Desk.ALICE);

        assertThat(front.as(Desk.ALICE)
                        .on(ticket)
                        .body("{\"user_id\":7}")
                        .to(add)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTokenWithoutTheScopeIs403() {
        var ticket = desk.supportTicket();

        assertThat(front.as(Desk.BOB, "users:manage").on(ticket).to(follow).refusal())
                .startsWith("403 PermissionError ");
        assertThat(front.as(Desk.BOB, "read:conversations")
                        .on(ticket)
                        .to(follow)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void removingAnswersTheRefreshedList() {
        var ticket = desk.supportTicket();
        desk.follows(ticket, Desk.ALICE);
        desk.follows(ticket, Desk.SAM);

        var answer = bob().on(ticket).path("user_id", "17").to(remove);

        assertThat(answer.list("data.participants")).hasSize(1);
        assertThat(answer.at("data.participants.0.id")).isEqualTo(7);
    }

    @Test
    void removingSomebodyWhoDoesNotFollowChangesNothing() {
        var answer = bob().on(desk.supportTicket()).path("user_id", "17").to(remove);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(desk.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "bob", "17.0", "me"})
    void aMalformedUserInThePathIs400(String user) {
        assertThat(bob().on(desk.supportTicket())
                        .path("user_id", user)
                        .to(remove)
                        .refusal())
                .isEqualTo("400 InputError user_id: must be a positive whole number");
    }

    @Test
    void removingSomebodyUnknownIs404() {
        assertThat(bob().on(desk.supportTicket())
                        .path("user_id", "999")
                        .to(remove)
                        .refusal())
                .isEqualTo("404 NotFoundError user not found");
    }

    @Test
    void theListStandsRightUnderData() {
        var ticket = desk.supportTicket();
        desk.follows(ticket, Desk.ALICE);

        var answer = bob().on(ticket).to(list);

        assertThat(answer.list("data")).hasSize(1);
        assertThat(answer.names("data.0"))
                .containsExactly("id", "first_name", "last_name", "email", "type", "avatar_url");
    }

    @Test
    void whatIsNotVisibleIs404() {
        var ticket = desk.supportTicket();

        assertThat(front.as(Desk.ALICE).on(ticket).to(list).refusal())
                .isEqualTo("404 NotFoundError conversation not found");
        assertThat(front.as(Desk.ALICE).on(ticket).to(follow).status()).isEqualTo(404);
    }

    @Test
    void aMalformedUuidIs400OnEveryCall() {
        for (var endpoint : List.of(follow, unfollow, list)) {
            assertThat(bob().path("uuid", "217").to(endpoint).refusal())
                    .isEqualTo("400 InputError uuid: must be a uuid");
        }
        assertThat(bob().path("uuid", "217").body("{\"user_id\":17}").to(add).status())
                .isEqualTo(400);
        assertThat(bob().path("uuid", "217").path("user_id", "17").to(remove).status())
                .isEqualTo(400);
    }

    @Test
    void unfollowingWhatOneNeverFollowedAndCannotSeeIsAnEmptyList() {
        var answer = front.as(Desk.ALICE).on(desk.supportTicket()).to(unfollow);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.list("data.participants")).isEmpty();
    }

    @Test
    void theAssigneeStaysAsTheyAre() {
        var ticket = desk.ticket(new Assignment(Desk.BOB, null));

        assertThat(bob().on(ticket).to(follow).list("data.participants")).isEmpty();
    }

    @Test
    void whoeverIsNoLongerActiveIs401() {
        var gone = desk.inactiveAgent(50);

        assertThat(front.as(gone).on(desk.supportTicket()).to(follow).status()).isEqualTo(401);
        assertThat(front.as(new UserId(777)).on(desk.supportTicket()).to(follow).status())
                .isEqualTo(401);
    }

    @Test
    void whoKeepsMeetingFasterOnesIs429() {
        var ticket = desk.supportTicket();
        desk.store.faults().staleCommits(100);

        var answer = bob().on(ticket).to(follow);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers()).containsEntry("retry-after", "1");
    }

    @Test
    void aStoreThatIsLostIs500() {
        var ticket = desk.supportTicket();
        desk.store.faults().failAfter(0);

        assertThat(bob().on(ticket).to(follow).refusal())
                .isEqualTo("500 GeneralError something went wrong on our side");
    }
}
