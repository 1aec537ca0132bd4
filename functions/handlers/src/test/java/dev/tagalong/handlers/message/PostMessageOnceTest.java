package dev.tagalong.handlers.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting with an Idempotency-Key, which nothing but the key keeps from being done twice. */
final class PostMessageOnceTest {
    private static final String NOTE = "{\"message\":\"Look here\",\"private\":true}";

    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final ConversationId ticket = desk.supportTicket();
    private final PostMessage post = new PostMessage(front.edge, front.messages());
    private final ListMessages list = new ListMessages(front.edge, front.messages());

    private Request request(UserId user, String key, String body) {
        var path = "/api/v1/conversations/" + ticket + "/messages";
        return front.as(user).on(ticket).once("POST", path, key).body(body);
    }

    private Answer bobPosts(String key, String body) {
        return request(Desk.BOB, key, body).to(post);
    }

    private long posted() {
        return desk.logged().stream()
                .filter(ActivityType.MESSAGE_POSTED::equals)
                .count();
    }

    @Test
    void theSameCallIsDoneOnceAndAnsweredTheSame() {
        var first = bobPosts("k", NOTE);
        desk.clock.advance(Duration.ofHours(23));
        var second = bobPosts("k", NOTE);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIs409() {
        bobPosts("k", NOTE);

        assertThat(bobPosts("k", "{\"message\":\"Look there\",\"private\":true}")
                        .refusal())
                .isEqualTo("409 ConflictError this Idempotency-Key was used for another request already");
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void anotherKeyIsAnotherCall() {
        bobPosts("k", NOTE);

        assertThat(bobPosts("K", NOTE).status()).isEqualTo(201);
        assertThat(posted()).isEqualTo(2);
    }

    @Test
    void theSameKeyOfSomebodyElseIsAnotherCall() {
        bobPosts("k", NOTE);

        assertThat(request(Desk.SAM, "k", NOTE).to(post).status()).isEqualTo(201);
        assertThat(posted()).isEqualTo(2);
    }

    @Test
    void afterADayTheKeyIsFree() {
        bobPosts("k", NOTE);
        desk.clock.advance(Duration.ofHours(24));

        assertThat(bobPosts("k", NOTE).status()).isEqualTo(201);
        assertThat(posted()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void whereverTheStoreIsLostARepeatMendsIt(int calls) {
        desk.store.faults().failAfter(calls);
        var first = bobPosts("k", NOTE);
        desk.store.faults().heal();
        desk.clock.advance(Duration.ofMinutes(5));
        var second = bobPosts("k", NOTE);
        var third = bobPosts("k", NOTE);

        assertThat(second.status()).isEqualTo(201);
        assertThat(third.text()).isEqualTo(second.text());
        assertThat(first.status() == 500 || first.text().equals(second.text())).isTrue();
        assertThat(posted()).isEqualTo(1);
        var listed = front.as(Desk.BOB).on(ticket).to(list);
        assertThat(listed.list("data.results")).hasSize(1);
        assertThat(listed.at("data.results.0.uuid")).isEqualTo(second.at("data.uuid"));
        assertThat(listed.at("data.results.0.created_at")).isEqualTo(second.at("data.created_at"));
    }

    @Test
    void aTwinThatIsFasterIsAnsweredTheSame() {
        var twin = new AtomicReference<Answer>();
        desk.store.faults().beforeNextCommit(() -> twin.set(bobPosts("k", NOTE)));

        var answer = bobPosts("k", NOTE);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo(twin.get().text());
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void aTwinWithAnotherBodyThatIsFasterMakesIt409() {
        desk.store.faults().beforeNextCommit(() -> bobPosts("k", "{\"message\":\"First\",\"private\":true}"));

        assertThat(bobPosts("k", NOTE).status()).isEqualTo(409);
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void staleCommitsLeaveNoIdsBehind() {
        desk.store.faults().staleCommits(2);
        desk.store.faults().failAfter(5);
        bobPosts("k", NOTE);
        desk.store.faults().heal();

        var answer = bobPosts("k", NOTE);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(front.as(Desk.BOB).on(ticket).to(list).at("data.results.0.uuid"))
                .isEqualTo(answer.at("data.uuid"));
    }

    @Test
    void whatIsTooMuchAtOnceMayBeTriedAgain() {
        desk.store.faults().staleCommits(100);
        assertThat(bobPosts("k", NOTE).status()).isEqualTo(429);
        desk.store.faults().staleCommits(0);

        assertThat(bobPosts("k", NOTE).status()).isEqualTo(201);
    }

    @Test
    void whatCannotBeReadMayBeMendedUnderTheSameKey() {
        assertThat(bobPosts("k", "{\"message\":7}").status()).isEqualTo(400);

        assertThat(bobPosts("k", NOTE).status()).isEqualTo(201);
    }

    @Test
    void aRefusalIsRemembered() {
        desk.assign(ticket, new Assignment(null, Desk.BILLING));
        assertThat(bobPosts("k", NOTE).status()).isEqualTo(404);
        desk.assign(ticket, new Assignment(null, Desk.SUPPORT));

        assertThat(bobPosts("k", NOTE).refusal()).isEqualTo("404 NotFoundError conversation not found");
        assertThat(bobPosts("another", NOTE).status()).isEqualTo(201);
    }

    @Test
    void whoCanNoLongerSeeWhatWasDoneHearsThatItWasDone() {
        desk.store.faults().failAfter(3);
        assertThat(bobPosts("k", NOTE).status()).isEqualTo(500);
        desk.store.faults().heal();
        desk.assign(ticket, new Assignment(null, Desk.BILLING));

        assertThat(bobPosts("k", NOTE).refusal())
                .isEqualTo("409 ConflictError the request with this Idempotency-Key has taken effect,"
                        + " and its answer can no longer be given");
    }

    @Test
    void aTokenOfNarrowerScopesIsNotToldTheAnswer() {
        bobPosts("k", NOTE);
        var path = "/api/v1/conversations/" + ticket + "/messages";
        var narrow = front.as(Desk.BOB, "conversations:read")
                .on(ticket)
                .once("POST", path, "k")
                .body(NOTE);

        assertThat(narrow.to(post).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "a b", "ключ", "\u007f"})
    void whatIsNoKeyIs400(String key) {
        assertThat(bobPosts(key, NOTE).refusal())
                .isEqualTo("400 InputError Idempotency-Key: must be 1 to 255 visible ASCII characters");
    }

    @Test
    void aKeyHasAtMost255Characters() {
        assertThat(bobPosts("k".repeat(255), NOTE).status()).isEqualTo(201);
        assertThat(bobPosts("k".repeat(256), NOTE).status()).isEqualTo(400);
    }

    @Test
    void withoutATokenTheKeyIsNotLookedAt() {
        var answer = new Request().on(ticket).once("POST", "/x", "").body(NOTE).to(post);

        assertThat(answer.status()).isEqualTo(401);
    }
}
