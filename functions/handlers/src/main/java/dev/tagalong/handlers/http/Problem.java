package dev.tagalong.handlers.http;

import dev.tagalong.domain.Refusal;

/**
 * An answer that gives no data, before its facade spells it.
 *
 * @param status the HTTP status
 * @param word what kind of problem, in the form that HelperIQ's names are made of: Input, NotFound
 * @param message a sentence that tells nothing internal
 */
public record Problem(int status, String word, String message) {
    /** What a refusal is. */
    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid invalid -> new Problem(400, "Input", invalid.message());
            case Refusal.Unauthenticated unknown -> new Problem(401, "Auth", unknown.message());
            case Refusal.Forbidden forbidden -> new Problem(403, "Permission", forbidden.message());
            case Refusal.NotFound missing -> new Problem(404, "NotFound", missing.message());
            case Refusal.Conflict conflict -> new Problem(409, "Conflict", conflict.message());
            case Refusal.Busy busy -> new Problem(429, "RateLimit", busy.message());
        };
    }

    static Problem tooLarge() {
        return new Problem(413, "Input", "body: must have at most " + Bodies.MOST + " bytes");
    }

    /** That something of ours failed. */
    public static Problem failed() {
        return new Problem(500, "General", "something went wrong on our side");
    }

    /** The kind as one of HelperIQ's two names for it: NotFoundException. */
    public String errorType() {
        return word + "Exception";
    }

    /** The kind in capitals with underscores: NOT_FOUND. */
    String code() {
        return switch (word) {
            case "Input" -> "INVALID_INPUT";
            case "Auth" -> "UNAUTHENTICATED";
            case "Permission" -> "FORBIDDEN";
            case "NotFound" -> "NOT_FOUND";
            case "Conflict" -> "CONFLICT";
            case "RateLimit" -> "RATE_LIMITED";
            default -> "INTERNAL_ERROR";
        };
    }
}
