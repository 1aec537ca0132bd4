package dev.tagalong.domain.purge;

import dev.tagalong.domain.conversation.Unassignment;
import dev.tagalong.domain.live.Sockets;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.memory.Disconnections;

/** What purges, over a store in memory. */
final class Purges {
    private Purges() {}

    static Purge over(Desk desk, Sockets sockets, PurgeQueue queue) {
        var store = desk.store;
        var unassignment = new Unassignment(store.records(), store.ledger(), store.index(), desk.ids);
        var departures =
                new Departures(store.records(), store.ledger(), store.subscriptions(), store.estate(), desk.ids);
        var disconnection = Disconnections.over(desk, sockets);
        return new Purge(
                new ThreadClearing(store.records(), store.remains(), store.verdicts()),
                new UserClearing(store.records(), store.estate(), departures, unassignment, disconnection, desk.clock),
                new TeamClearing(store.estate(), store.directory(), store.ledger(), unassignment, desk.clock),
                queue);
    }
}
