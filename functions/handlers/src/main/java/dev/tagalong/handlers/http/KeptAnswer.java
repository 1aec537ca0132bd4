package dev.tagalong.handlers.http;

import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.once.Reply;
import java.util.Optional;

/** Turns answers into what is kept of them, and back. A refusal is kept by its words, for its facade spells it anew. */
final class KeptAnswer {
    private KeptAnswer() {}

    /** What is kept; absent if the same call shall be tried again. */
    static Optional<Reply> of(Response response) {
        return switch (response) {
            case Response.Ready ready -> Optional.of(new Reply(ready.status(), Json.write(ready.body())));
            case Response.Said said -> Optional.of(new Reply(said.status(), said.text()));
            case Response.Refused refused -> of(refused.refusal());
            case Response.Unfinished unfinished -> Optional.empty();
            case Response.Shown page -> Optional.empty();
        };
    }

    private static Optional<Reply> of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Forbidden forbidden -> Optional.of(new Reply(403, forbidden.message()));
            case Refusal.NotFound missing -> Optional.of(new Reply(404, missing.what()));
            case Refusal.Conflict conflict -> Optional.of(new Reply(409, conflict.message()));
            case Refusal.Invalid again -> Optional.empty();
            case Refusal.Unauthenticated again -> Optional.empty();
            case Refusal.Busy again -> Optional.empty();
        };
    }

    static Response response(Reply reply) {
        return switch (reply.status()) {
            case 403 -> new Response.Refused(new Refusal.Forbidden(reply.text()));
            case 404 -> new Response.Refused(new Refusal.NotFound(reply.text()));
            case 409 -> new Response.Refused(new Refusal.Conflict(reply.text()));
            default -> new Response.Said(reply.status(), reply.text());
        };
    }
}
