package dev.tagalong.domain.access;

import dev.tagalong.domain.follow.Ending;
import dev.tagalong.domain.follow.Membership;
import org.jspecify.annotations.Nullable;

/** How far somebody reaches into one conversation. Each holds everything that those before it hold. */
public enum Reach {
    /** May not even know that it exists. */
    NOTHING,
    /** Ended membership: may read what was said until it ended. */
    HISTORY,
    /** Follows with access Read: may read all of it. */
    READ,
    /** Follows with access ReadWrite: may also write, agents notes and contacts messages. */
    WRITE,
    /** Views by role: may also bring in people who see it anyway, and take it if nobody has it. */
    VIEW,
    /** May change it, reply to the customer and manage its followers. */
    EDIT;

    /** Whether this reach is the other or goes further. */
    public boolean atLeast(Reach other) {
        return compareTo(other) >= 0;
    }

    /** How the conversation was when access ended, if that is all that whoever has this membership sees; null otherwise. */
    public @Nullable Ending ending(@Nullable Membership membership) {
        return this == HISTORY && membership != null ? membership.end() : null;
    }
}
