package dev.tagalong.handlers.http;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.store.Page;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an endpoint answers: data in the facade's envelope, or a refusal for the facade to spell. */
public sealed interface Response {
    /** How many rows a page has when the caller does not say. */
    int PAGE_SIZE = 30;

    /** A body that is ready. */
    record Ready(int status, Map<String, @Nullable Object> body) implements Response {}

    /**
     * A body that is ready, of a call that has left something to do: the same call shall go on with it.
     *
     * @param fault what kept us from it, for the log alone; null if nothing failed
     */
    record Unfinished(
            int status,
            Map<String, @Nullable Object> body,
            @Nullable RuntimeException fault) implements Response {}

    /** A body as it was sent before. */
    record Said(int status, String text) implements Response {}

    /** A page for people, HTML that needs nothing from elsewhere. */
    record Shown(int status, String html) implements Response {}

    /** A refusal. */
    record Refused(Refusal refusal) implements Response {}

    /** 200 with the value in the data envelope, or the refusal. */
    static <T> Response ok(Outcome<T> outcome, Function<? super T, ?> wire) {
        return of(200, outcome, wire);
    }

    /** 201 with the value in the data envelope, or the refusal. */
    static <T> Response created(Outcome<T> outcome, Function<? super T, ?> wire) {
        return of(201, outcome, wire);
    }

    /** 200 with a page in the data envelope, or the refusal. */
    static <T> Response page(Outcome<Page<T>> outcome, Function<? super T, ?> wire) {
        return ok(
                outcome,
                page -> Json.object(
                        "results", page.rows().stream().map(wire).toList(),
                        "total", page.total(),
                        "total_pages", page.totalPages(),
                        "page", page.page(),
                        "page_size", page.size()));
    }

    /** 200 with the value and no envelope, or the refusal. */
    static <T> Response plain(Outcome<T> outcome, Function<? super T, Map<String, @Nullable Object>> wire) {
        return switch (outcome) {
            case Outcome.Done<T> done -> new Ready(200, wire.apply(done.value()));
            case Outcome.Refused<T> refused -> new Refused(refused.refusal());
        };
    }

    private static <T> Response of(int status, Outcome<T> outcome, Function<? super T, ?> wire) {
        return switch (outcome) {
            case Outcome.Done<T> done -> new Ready(status, Json.object("data", wire.apply(done.value())));
            case Outcome.Refused<T> refused -> new Refused(refused.refusal());
        };
    }
}
