package dev.tagalong.handlers.http;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One authenticated request, as an endpoint sees it.
 *
 * @param caller whom the token speaks for
 * @param body the fields of the JSON body, none if there was no body
 * @param now when the request came
 */
public record Call(Caller caller, Map<String, String> path, Query query, Fields body, Instant now) {
    public Call {
        path = Map.copyOf(path);
    }

    /** The conversation that the path names. */
    public ConversationId conversation() {
        return new ConversationId(uuid("uuid"));
    }

    /** A uuid in the path. */
    public UUID uuid(String name) {
        return Words.uuid(name, path.getOrDefault(name, ""));
    }

    /** The user that the path names. */
    public UserId user() {
        return new UserId(number("user_id"));
    }

    /** A positive whole number in the path. */
    public int number(String name) {
        return Words.number(name, path.getOrDefault(name, ""));
    }

    /** The event of which the path names the notification; a uuid of another version is none's. */
    public Outcome<EventId> notification() {
        var uuid = Words.uuid("id", path.getOrDefault("id", ""));
        return EventId.of(uuid)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new Refusal.NotFound("notification")));
    }

    /** Reads the id of an event from which a list shall go on, naming the field if it is none. */
    public static EventId event(String field, String text) {
        return EventId.of(Words.uuid(field, text))
                .orElseThrow(() -> new BadInput(field, "must be an id that an answer gave"));
    }
}
