package dev.tagalong.handlers.crud;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.store.Page;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The envelope in which this facade answers. */
final class Envelope {
    private Envelope() {}

    /** One thing. */
    static <T> Response of(int status, Outcome<T> outcome, Function<? super T, ?> wire) {
        return answer(status, outcome, value -> Json.object("success", true, "data", wire.apply(value)));
    }

    /** A page of things, and how many there are. */
    static <T> Response page(Outcome<Page<T>> outcome, Function<? super T, ?> wire) {
        return answer(
                200,
                outcome,
                page -> Json.object(
                        "success",
                        true,
                        "data",
                        page.rows().stream().map(wire).toList(),
                        "pagination",
                        Json.object(
                                "total", page.total(),
                                "page", page.page(),
                                "limit", page.size(),
                                "totalPages", page.totalPages())));
    }

    private static <T> Response answer(
            int status, Outcome<T> outcome, Function<? super T, Map<String, @Nullable Object>> body) {
        return switch (outcome) {
            case Outcome.Done<T> done -> new Response.Ready(status, body.apply(done.value()));
            case Outcome.Refused<T> refused -> new Response.Refused(refused.refusal());
        };
    }
}
