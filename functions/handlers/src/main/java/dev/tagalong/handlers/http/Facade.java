package dev.tagalong.handlers.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A family of clients with its own prefix: how it reads problems, and how it is told to say who it is. */
enum Facade {
    /** HelperIQ and its relatives, under /api/v1 and wherever no other facade is: each problem in both their spellings. */
    HELPER_IQ("Bearer") {
        @Override
        Map<String, @Nullable Object> spell(Problem problem, String requestId) {
            return Json.object(
                    "status",
                    "error",
                    "message",
                    problem.message(),
                    "error_type",
                    problem.errorType(),
                    "data",
                    Json.object("message", problem.message(), "type", problem.word() + "Error"));
        }
    },

    /** TalkJS participants, under /v1. */
    TALK_JS("Bearer") {
        @Override
        Map<String, @Nullable Object> spell(Problem problem, String requestId) {
            return Json.object("errorCode", problem.code(), "message", problem.message());
        }
    },

    /** Followers of departments and customers, under /communications: a problem of the whole call is an entry too. */
    COMMUNICATIONS("Basic realm=\"Tagalong\", charset=\"UTF-8\"") {
        @Override
        Map<String, @Nullable Object> spell(Problem problem, String requestId) {
            var error = Json.object(
                    "errorCode", problem.code(), "errorDescription", problem.message(), "errorUID", requestId);
            return Json.object("errors", List.of(error), "warnings", List.of());
        }
    },

    /** Conversations CRUD, under /conversations. */
    CONVERSATIONS("Bearer") {
        @Override
        Map<String, @Nullable Object> spell(Problem problem, String requestId) {
            return Json.object(
                    "success", false, "error", Json.object("code", problem.code(), "message", problem.message()));
        }
    };

    private final String challenge;

    Facade(String challenge) {
        this.challenge = challenge;
    }

    /** What the body of such an answer is. */
    abstract Map<String, @Nullable Object> spell(Problem problem, String requestId);

    /** The value of WWW-Authenticate that goes with a 401. */
    String challenge() {
        return challenge;
    }

    /** The facade that a path belongs to. */
    static Facade of(@Nullable String path) {
        var parts = path == null ? new String[0] : path.split("/", 3);
        return switch (parts.length > 1 ? parts[1] : "") {
            case "v1" -> TALK_JS;
            case "communications" -> COMMUNICATIONS;
            case "conversations" -> CONVERSATIONS;
            default -> HELPER_IQ;
        };
    }
}
