package dev.tagalong.domain.key;

import dev.tagalong.domain.access.Caller;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Recognises callers by their API keys. Whether they are still active is seen with the first read of the request. */
public final class KeyCallers {
    /** How long a socket lives whose ticket a key asked for: a key has no end that could be its. */
    static final Duration SESSION = Duration.ofHours(1);

    private final ApiKeys keys;
    private final InstantSource clock;

    public KeyCallers(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Whom a key speaks for; absent if it is none, or revoked. */
    public Optional<Caller> verify(String text) {
        return ApiKey.read(text)
                .flatMap(key -> keys.find(key.workspace(), key.digest())
                        .map(grant -> new Caller(
                                key.workspace(),
                                grant.user(),
                                grant.scopes(),
                                clock.instant().plus(SESSION))));
    }
}
