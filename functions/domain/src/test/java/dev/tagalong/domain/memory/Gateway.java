package dev.tagalong.domain.memory;

import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.live.Sockets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sockets that remember what was posted to them. Thread-safe. */
public final class Gateway implements Sockets {
    private final Faults faults;
    private final Map<ConnectionId, List<String>> posted = new HashMap<>();
    private final Map<ConnectionId, Delivery> answers = new HashMap<>();
    private final List<ConnectionId> closed = new ArrayList<>();

    /** A gateway that fails when these faults say so. */
    public Gateway(Faults faults) {
        this.faults = faults;
    }

    /** Answers every post to that socket with this. */
    public synchronized void answer(ConnectionId connection, Delivery delivery) {
        answers.put(connection, delivery);
    }

    @Override
    public synchronized Map<ConnectionId, Delivery> post(Set<ConnectionId> connections, String text) {
        faults.called();
        var deliveries = new HashMap<ConnectionId, Delivery>();
        for (var connection : connections) {
            var delivery = answers.getOrDefault(connection, new Delivery.Delivered());
            deliveries.put(connection, delivery);
            if (delivery instanceof Delivery.Delivered) {
                posted.computeIfAbsent(connection, absent -> new ArrayList<>()).add(text);
            }
        }
        return deliveries;
    }

    @Override
    public synchronized void close(ConnectionId connection) {
        closed.add(connection);
    }

    /** What was posted to a socket, in order. */
    public synchronized List<String> posted(ConnectionId connection) {
        return List.copyOf(posted.getOrDefault(connection, List.of()));
    }

    /** Which sockets were closed. */
    public synchronized List<ConnectionId> closed() {
        return List.copyOf(closed);
    }
}
