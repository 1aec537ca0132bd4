package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What the product is about, in one walk through ticket #217, before anybody else goes there. */
@ExtendWith(RunningStack.class)
@Order(1)
@ResourceLock("ticket #217")
class WalkTest {
    private static final Ticket SHOWN =
            new Ticket("afa55a3b-60fa-4930-8382-4ad39cf6929f", 217, "Login problem after password reset");
    private static final String SENTENCE =
            "Bob added you as a follower on ticket #217 — \"Login problem after password reset\"";

    private final Desk desk;

    WalkTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void bobLoopsInAliceAndSheHearsAtOnceAndOfTheCustomersReply() {
        var bob = desk.somebody(42, "Bob", "bob@example.com");
        var alice = desk.somebody(17, "Alice", "alice@example.com");
        alice.api().get(SHOWN.path("")).refuses(404, "NotFound", "conversation not found");
        try (var socket = desk.socket(alice)) {
            assertThat(bob.add(SHOWN, alice).is(200).column("id", "data", "participants"))
                    .containsExactly(17);
            var toast = socket.await("new_notification", SHOWN, 1).getFirst();
            assertThat(toast)
                    .containsEntry("type", "added")
                    .containsEntry("reason", "added")
                    .containsEntry("title", SENTENCE)
                    .containsEntry("conversation_uuid", SHOWN.uuid())
                    .containsEntry("read_at", null)
                    .containsKeys("id", "description", "message_id", "created_at");
            assertThat(alice.inbox(SHOWN, 1)).containsExactly(toast);
            alice.api().get(SHOWN.path("")).is(200);

            var reply = bob.customerWrites(SHOWN, "It works from my phone, but not from the office.");
            var frame = socket.await("new_message", SHOWN, 1).getFirst();
            assertThat(frame)
                    .containsEntry("uuid", reply)
                    .containsEntry("conversation_uuid", SHOWN.uuid())
                    .containsEntry("type", "incoming")
                    .containsEntry("private", false)
                    .containsEntry("sender_type", "contact")
                    .containsEntry("content", "It works from my phone, but not from the office.")
                    .containsKeys("id", "status", "content_type", "text_content", "sender_id", "created_at", "meta");
            assertThat(socket.await("new_notification", SHOWN, 2).getLast())
                    .containsEntry("type", "reply")
                    .containsEntry("reason", "follower")
                    .containsEntry("message_id", reply);
        }
        alice.inbox(SHOWN, 2);
        var answered = "Linda replied on " + SHOWN.words();
        Eventually.holds(() -> assertThat(mailed(alice, answered)).hasSize(1));
        assertThat(mailed(alice, SENTENCE)).hasSize(1);
    }

    /** The mails that say so: what happens in quick succession may share one. */
    private List<Map<String, Object>> mailed(Agent agent, String sentence) {
        return desk.mail(agent, SHOWN).stream()
                .filter(mail -> String.valueOf(mail.get("text")).contains(sentence))
                .toList();
    }
}
