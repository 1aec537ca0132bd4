package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.Participants;
import java.util.Comparator;
import java.util.List;

/** Lists the memberships of a conversation with one consistent query. */
public final class DynamoParticipants implements Participants {
    private final Table table;

    public DynamoParticipants(Table table) {
        this.table = table;
    }

    @Override
    public List<Membership> of(WorkspaceId workspace, ConversationId conversation) {
        return table.query(Keys.conversation(workspace, conversation), Keys.PARTICIPANT).stream()
                .filter(MembershipItem::isHere)
                .map(MembershipItem::read)
                .sorted(Comparator.comparing(Membership::since)
                        .thenComparingInt(membership -> membership.key().user().value()))
                .toList();
    }
}
