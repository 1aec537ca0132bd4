package dev.tagalong.handlers.crud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating and deleting with an Idempotency-Key. */
final class CreateOnceTest {
    private static final String BODY = "{\"subject\":\"The printer is offline\",\"customerId\":90}";

    private final FrontDesk front = new FrontDesk();
    private final Desk desk = front.desk;
    private final CreateCrudConversation create =
            new CreateCrudConversation(front.edge, front.conversations(), new UserNames(desk.store.directory()));
    private final DeleteCrudConversation delete = new DeleteCrudConversation(front.edge, front.deletion());

    private Answer create() {
        return front.as(Desk.SAM).once("POST", "/conversations", "k").body(BODY).to(create);
    }

    private Answer delete(String id) {
        return front.as(Desk.SAM)
                .path("uuid", id)
                .once("DELETE", "/conversations/" + id, "k")
                .to(delete);
    }

    private static String idOf(Answer answer) {
        return String.valueOf(answer.at("data._id"));
    }

    private long created() {
        return desk.logged().stream()
                .filter(ActivityType.CONVERSATION_CREATED::equals)
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void whereverTheStoreIsLostOneIsCreated(int calls) {
        desk.store.faults().failAfter(calls);
        create();
        desk.store.faults().heal();

        var answer = create();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(create().text()).isEqualTo(answer.text());
        assertThat(created()).isEqualTo(1);
        assertThat(desk.log().getLast().conversation().toString()).isEqualTo(answer.at("data._id"));
    }

    @Test
    void deletingTwiceIsAnsweredTheSame() {
        var id = idOf(create());

        var first = delete(id);

        assertThat(first.status()).isEqualTo(200);
        assertThat(delete(id).text()).isEqualTo(first.text());
    }

    @Test
    void aDeletionWhoseAnswerIsLostIsNotTakenForOneThatFailed() {
        var id = idOf(create());
        desk.store.faults().failAfter(3);
        assertThat(delete(id).status()).isEqualTo(500);
        desk.store.faults().heal();

        assertThat(delete(id).status()).isEqualTo(409);
    }

    @Test
    void aTwinOfADeletionDoesNotSpoilItsAnswer() {
        var id = idOf(create());
        var twin = new AtomicReference<Answer>();
        desk.store.faults().beforeNextCommit(() -> twin.set(delete(id)));

        assertThat(delete(id).text()).isEqualTo(twin.get().text());
        assertThat(twin.get().status()).isEqualTo(200);
    }
}
