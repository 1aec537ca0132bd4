package dev.tagalong.domain.once;

import dev.tagalong.domain.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps claims and the replies to their calls until they expire. Thread-safe. */
public interface Claims {
    /** The claim of that name that has not expired, consistently. */
    Optional<Kept> find(WorkspaceId workspace, String name);

    /**
     * Makes a claim of a call that has changed nothing, with its reply.
     *
     * @return false, and nothing is written, if the name is claimed already
     */
    boolean make(WorkspaceId workspace, Claim claim, Reply reply);

    /** Adds the reply to a claim that was made without one; the first reply stands. */
    void add(WorkspaceId workspace, Claim claim, Reply reply);

    /**
     * A claim as it is kept.
     *
     * @param reply null as long as there is none: the call is still running, or was killed after its transaction
     */
    record Kept(Claim claim, @Nullable Reply reply) {}
}
