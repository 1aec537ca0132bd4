package dev.tagalong.handlers.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.once.Claim;
import dev.tagalong.domain.once.Claims;
import dev.tagalong.domain.once.Course;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets a call with an Idempotency-Key take effect once within 24 hours, and gives the same answer each time. Of two at once
 * one takes effect, and the other answers the same. What was refused because the input cannot be read, because too much was
 * going on, or because of a fault of ours, has changed nothing and is not remembered: the same key may be used again.
 */
public final class Repeats {
    private static final int MOST = 4;

    private final Claims claims;
    private final Records records;

    public Repeats(Claims claims, Records records) {
        this.claims = claims;
        this.records = records;
    }

    /** Answers a call: as before, or by this, which is given when the call came that takes effect. */
    Response once(
            APIGatewayV2HTTPEvent event,
            Caller caller,
            Repetition repetition,
            Instant now,
            Function<Instant, Response> answer) {
        var claim = IdempotencyKey.claim(event, caller, now);
        for (int tried = 0; tried < MOST; tried++) {
            var response = attempt(caller, claim, repetition, answer);
            if (response.isPresent()) {
                return response.get();
            }
        }
        return new Response.Refused(new Refusal.Busy(Duration.ofSeconds(1)));
    }

    /** Absent if another call was faster: then there is something to be found now. */
    private Optional<Response> attempt(
            Caller caller, Claim claim, Repetition repetition, Function<Instant, Response> answer) {
        var kept = claims.find(caller.workspace(), claim.name()).orElse(null);
        if (kept != null && !kept.claim().request().equals(claim.request())) {
            return Optional.of(new Response.Refused(
                    new Refusal.Conflict("this Idempotency-Key was used for another request already")));
        }
        if (kept != null && kept.reply() != null) {
            var reply = kept.reply();
            return Optional.of(active(caller, () -> KeptAnswer.response(reply)));
        }
        if (kept != null) {
            return Optional.of(anew(caller, kept.claim(), answer));
        }
        return repetition == Repetition.CLAIMED ? first(caller, claim, answer) : harmless(caller, claim, answer);
    }

    private Response active(Caller caller, Supplier<Response> answer) {
        var snapshot = records.read(Lookup.in(caller.workspace()).user(caller.user()));
        return switch (Gate.caller(caller, snapshot)) {
            case Outcome.Done<User> done -> answer.get();
            case Outcome.Refused<User> refused -> new Response.Refused(refused.refusal());
        };
    }

    private Optional<Response> first(Caller caller, Claim claim, Function<Instant, Response> answer) {
        var course = Course.of(claim);
        try {
            var response = course.run(() -> answer.apply(claim.at()));
            return course.hasTakenEffect()
                    ? Optional.of(added(caller, claim, response))
                    : made(caller, claim, response);
        } catch (Course.Overtaken faster) {
            return Optional.empty();
        }
    }

    private Optional<Response> harmless(Caller caller, Claim claim, Function<Instant, Response> answer) {
        return made(caller, claim, answer.apply(claim.at()));
    }

    private Optional<Response> made(Caller caller, Claim claim, Response response) {
        return KeptAnswer.of(response)
                        .filter(reply -> !claims.make(caller.workspace(), claim, reply))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(response);
    }

    private Response added(Caller caller, Claim claim, Response response) {
        KeptAnswer.of(response).ifPresent(reply -> claims.add(caller.workspace(), claim, reply));
        return response;
    }

    /** Makes the answer of a call that has taken effect and has none: it is still being made, or was cut off. */
    private Response anew(Caller caller, Claim claim, Function<Instant, Response> answer) {
        var response = Course.anew(claim).run(() -> answer.apply(claim.at()));
        return switch (response) {
            case Response.Refused refused -> new Response.Refused(late(refused.refusal()));
            case Response.Ready ready -> added(caller, claim, ready);
            case Response.Unfinished unfinished -> unfinished;
            case Response.Said said -> said;
            case Response.Shown page -> page;
        };
    }

    /** What was changed since may keep the answer from being made, which must not look as if nothing had been done. */
    private static Refusal late(Refusal now) {
        return switch (now) {
            case Refusal.NotFound gone -> noLonger();
            case Refusal.Forbidden not -> noLonger();
            case Refusal.Conflict not -> noLonger();
            case Refusal.Invalid same -> same;
            case Refusal.Unauthenticated same -> same;
            case Refusal.Busy same -> same;
        };
    }

    private static Refusal noLonger() {
        return new Refusal.Conflict(
                "the request with this Idempotency-Key has taken effect, and its answer can no longer be given");
    }
}
