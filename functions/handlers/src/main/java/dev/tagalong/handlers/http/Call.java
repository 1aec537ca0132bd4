package dev.tagalong.handlers.http;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
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

    /** The event that the path names. */
    public EventId event() {
        return event("id", path.getOrDefault("id", ""));
    }

    /** Reads the id of an event, naming the field if it is none. */
    public static EventId event(String field, String text) {
        var uuid = Words.uuid(field, text);
        if (uuid.version() != 7) {
            throw new BadInput(field, "must be an id that an answer gave");
        }
        return new EventId(uuid);
    }
}
