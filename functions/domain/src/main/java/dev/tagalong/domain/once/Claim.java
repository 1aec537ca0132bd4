package dev.tagalong.domain.once;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * That a call was made, and has taken effect if it was to have any.
 *
 * @param name a hash of who called what under which key
 * @param request a hash of what was asked
 * @param at when it came, to the millisecond
 * @param drawn the ids and numbers that it used, in that order, so that its answer can be made anew
 */
public record Claim(String name, String request, Instant at, List<String> drawn) {
    /** How long a key stands for its call. */
    public static final Duration LIFE = Duration.ofHours(24);

    public Claim {
        drawn = List.copyOf(drawn);
    }

    /** From when on the key is free. */
    public Instant expiresAt() {
        return at.plus(LIFE);
    }

    Claim with(List<String> ids) {
        return new Claim(name, request, at, ids);
    }
}
