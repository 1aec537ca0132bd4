package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param session signs in at the first call; most are only told of
 */
record Agent(int id, String name, String email, Supplier<Api> session) {

    /** The API as they call it. */
    Api api() {
        return session.get();
    }

    /** How a list of participants shows them. */
    Map<String, @Nullable Object> asParticipant() {
        var shown = new HashMap<String, @Nullable Object>();
        shown.put("id", id);
        shown.put("first_name", name);
        shown.put("last_name", "Tester");
        shown.put("email", email);
        shown.put("type", "agent");
        shown.put("avatar_url", null);
        return shown;
    }

    /** How the log shows them. */
    Map<String, Object> asActor() {
        return Map.of("id", id, "first_name", name, "last_name", "Tester");
    }

    Answer follow(Ticket ticket) {
        return api().post(ticket.path("/follow"));
    }

    Answer unfollow(Ticket ticket) {
        return api().delete(ticket.path("/follow"));
    }

    Answer add(Ticket ticket, Agent other) {
        return api().post(ticket.path("/followers"), "user_id", other.id);
    }

    Answer remove(Ticket ticket, Agent other) {
        return api().delete(ticket.path("/followers/" + other.id));
    }

    /** Posts an internal note; gives its id. */
    String note(Ticket ticket, String text) {
        return api().post(ticket.path("/messages"), "message", text, "private", true)
                .is(201)
                .string("data", "uuid");
    }

    /** Posts what the customer wrote; gives its id. */
    String customerWrites(Ticket ticket, String text) {
        return api().post(ticket.path("/messages"), "message", text, "sender_type", "contact")
                .is(201)
                .string("data", "uuid");
    }

    /** The rows of their inbox, newest first. */
    List<Map<String, Object>> inbox() {
        return api().get("/api/v1/notifications?limit=100").is(200).rows("data", "results");
    }

    /** The rows of their inbox about a ticket, once there are so many. */
    List<Map<String, Object>> inbox(Ticket ticket, int count) {
        Eventually.holds(() -> assertThat(about(ticket)).hasSize(count));
        return about(ticket);
    }

    private List<Map<String, Object>> about(Ticket ticket) {
        return inbox().stream()
                .filter(row -> ticket.uuid().equals(row.get("conversation_uuid")))
                .toList();
    }
}
