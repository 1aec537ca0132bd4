package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.conversation.Unassignment;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Disconnection;
import dev.tagalong.domain.live.Frame;
import dev.tagalong.domain.live.Onlookers;
import dev.tagalong.domain.live.Presence;
import dev.tagalong.domain.live.Sockets;
import dev.tagalong.domain.purge.Departures;
import dev.tagalong.domain.purge.Purge;
import dev.tagalong.domain.purge.PurgeQueue;
import dev.tagalong.domain.purge.TeamClearing;
import dev.tagalong.domain.purge.ThreadClearing;
import dev.tagalong.domain.purge.UserClearing;
import java.util.Map;
import java.util.Set;

/** What purges, over a table, which may be one that dies. */
final class StoredPurge {
    private StoredPurge() {}

    static Purge over(StoredWorkspace workspace, Table table, PurgeQueue queue) {
        var records = new DynamoRecords(table);
        var ledger = new DynamoLedger(table, workspace.clock);
        var estate = new DynamoEstate(table);
        var unassignment = new Unassignment(records, ledger, new DynamoConversationIndex(table), workspace.ids);
        var departures = new Departures(records, ledger, new DynamoSubscriptions(table), estate, workspace.ids);
        var connections = new DynamoConnections(table, workspace.clock);
        var presence = new Presence(
                new Onlookers(records, connections),
                connections,
                new Presence.Channel(new Closing(), Frame::toString),
                new Presence.Time(workspace.clock, moment -> {}));
        var disconnection = new Disconnection(connections, new Closing(), presence);
        return new Purge(
                new ThreadClearing(records, new DynamoRemains(table), new DynamoVerdicts(table, workspace.clock)),
                new UserClearing(estate, departures, unassignment, disconnection, workspace.clock),
                new TeamClearing(estate, new DynamoDirectory(table), ledger, unassignment, workspace.clock),
                queue);
    }

    /** Sockets of which nothing is heard but that they were closed. */
    private static final class Closing implements Sockets {
        @Override
        public Map<ConnectionId, Delivery> post(Set<ConnectionId> connections, String text) {
            return Map.of();
        }

        @Override
        public void close(ConnectionId connection) {}
    }
}
