package dev.tagalong.handlers.http;

import dev.tagalong.domain.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Errors as clients of HelperIQ and of its relatives read them: each in both spellings of that family. */
final class HelperIqErrors {
    private HelperIqErrors() {}

    static Response.Ready of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid invalid -> answer(400, "Input", invalid.message());
            case Refusal.Unauthenticated unknown -> answer(401, "Auth", unknown.message());
            case Refusal.Forbidden forbidden -> answer(403, "Permission", forbidden.message());
            case Refusal.NotFound missing -> answer(404, "NotFound", missing.message());
            case Refusal.Conflict conflict -> answer(409, "Conflict", conflict.message());
            case Refusal.Busy busy -> answer(429, "RateLimit", busy.message());
        };
    }

    static Response.Ready tooLarge() {
        return answer(413, "Input", "body: must have at most 262144 bytes");
    }

    static Response.Ready failed() {
        return answer(500, "General", "something went wrong on our side");
    }

    private static Response.Ready answer(int status, String type, String message) {
        Map<String, @Nullable Object> body = Json.object(
                "status",
                "error",
                "message",
                message,
                "error_type",
                type + "Exception",
                "data",
                Json.object("message", message, "type", type + "Error"));
        return new Response.Ready(status, body);
    }
}
