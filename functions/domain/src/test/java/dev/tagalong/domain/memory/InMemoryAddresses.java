package dev.tagalong.domain.memory;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.follow.ParticipantAddresses;
import java.util.Optional;

/** The addresses of participants. */
final class InMemoryAddresses implements ParticipantAddresses {
    private final InMemoryStore store;

    InMemoryAddresses(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<ParticipantAddress> of(WorkspaceId workspace, MembershipKey participant) {
        return store.in(workspace, tables -> Optional.ofNullable(tables.addresses.get(participant)));
    }

    @Override
    public Optional<ParticipantAddress> byToken(WorkspaceId workspace, String token) {
        return store.in(
                workspace,
                tables -> tables.addresses.values().stream()
                        .filter(address -> address.token().equals(token))
                        .findFirst());
    }
}
