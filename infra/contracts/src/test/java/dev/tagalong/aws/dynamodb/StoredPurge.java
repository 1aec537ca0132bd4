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
        var stores = new DynamoStores(table, workspace.clock, workspace.ids);
        var records = stores.records();
        var ledger = stores.ledger();
        var unassignment = new Unassignment(records, ledger, stores.index(), workspace.ids);
        var departures = new Departures(records, ledger, stores.subscriptions(), stores.estate(), workspace.ids);
        var connections = stores.connections();
        var presence = new Presence(
                new Onlookers(records, connections),
                connections,
                new Presence.Channel(new Closing(), Frame::toString),
                new Presence.Time(workspace.clock, moment -> {}));
        var disconnection = new Disconnection(connections, new Closing(), presence);
        return new Purge(
                new ThreadClearing(records, stores.remains(), stores.verdicts()),
                new UserClearing(records, stores.estate(), departures, unassignment, disconnection, workspace.clock),
                new TeamClearing(stores.estate(), stores.directory(), ledger, unassignment, workspace.clock),
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
