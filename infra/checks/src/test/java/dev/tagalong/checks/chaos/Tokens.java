package dev.tagalong.checks.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who somebody is, said anew before it expires: a long storm outlasts a token. */
final class Tokens {
    private static final Duration LIFE = Duration.ofMinutes(45);

    private final Stubborn api;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Tokens(Stubborn api) {
        this.api = api;
    }

    /** A token that is valid for some minutes at least. */
    String of(String email) {
        var now = Instant.now();
        return tokens.compute(
                        email, (same, held) -> held != null && now.isBefore(held.until()) ? held : fetch(email, now))
                .text();
    }

    private Token fetch(String email, Instant now) {
        var answer = api.send("POST", "/_local/token", Map.of("email", email), "");
        return new Token(String.valueOf(answer.get("token")), now.plus(LIFE));
    }

    private record Token(String text, Instant until) {}
}
