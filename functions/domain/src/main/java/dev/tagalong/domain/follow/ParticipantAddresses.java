package dev.tagalong.domain.follow;

import dev.tagalong.domain.WorkspaceId;
import java.util.Optional;

/** Finds the addresses of participants, standing and outlived ones, consistently. Thread-safe. */
public interface ParticipantAddresses {
    /** The last one that was made for that participant. */
    Optional<ParticipantAddress> of(WorkspaceId workspace, MembershipKey participant);

    /** Whose address has that token. */
    Optional<ParticipantAddress> byToken(WorkspaceId workspace, String token);
}
