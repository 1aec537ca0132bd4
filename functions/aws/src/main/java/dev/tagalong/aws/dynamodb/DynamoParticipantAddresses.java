package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.follow.ParticipantAddresses;
import java.util.Optional;

/** Finds addresses of participants with single consistent reads. By its token one is found by hash only. */
public final class DynamoParticipantAddresses implements ParticipantAddresses {
    private final Table table;

    public DynamoParticipantAddresses(Table table) {
        this.table = table;
    }

    @Override
    public Optional<ParticipantAddress> of(WorkspaceId workspace, MembershipKey participant) {
        var found = table.get(Keys.address(workspace, participant));
        return found.isEmpty() ? Optional.empty() : Optional.of(AddressItem.read(found));
    }

    @Override
    public Optional<ParticipantAddress> byToken(WorkspaceId workspace, String token) {
        var found = table.get(Keys.addressee(workspace, token));
        return found.isEmpty() ? Optional.empty() : Optional.of(AddressItem.read(found, token));
    }
}
