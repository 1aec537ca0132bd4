package dev.tagalong.domain.subscription;

import dev.tagalong.domain.people.User;
import org.jspecify.annotations.Nullable;

/** Who did what is heard of. */
public enum ThreadCategory {
    /** A person, be it by an API key. */
    MANUAL,
    /** The System user. */
    AUTOMATIC;

    /** Of what that user does; null if erased, who was a person. */
    public static ThreadCategory of(@Nullable User actor) {
        return actor != null && actor.isSystem() ? AUTOMATIC : MANUAL;
    }
}
