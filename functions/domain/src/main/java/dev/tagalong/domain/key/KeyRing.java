package dev.tagalong.domain.key;

import dev.tagalong.domain.UserId;
import java.util.Set;

/** All API keys of one user, at most {@link #MOST}. */
public record KeyRing(UserId user, Set<KeyDigest> keys) {
    /** How many keys somebody may have. */
    public static final int MOST = 20;

    public KeyRing {
        keys = Set.copyOf(keys);
    }

    public boolean isFull() {
        return keys.size() >= MOST;
    }
}
