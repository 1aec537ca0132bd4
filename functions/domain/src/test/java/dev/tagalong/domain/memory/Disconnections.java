package dev.tagalong.domain.memory;

import dev.tagalong.domain.live.Disconnection;
import dev.tagalong.domain.live.Frame;
import dev.tagalong.domain.live.Onlookers;
import dev.tagalong.domain.live.Presence;
import dev.tagalong.domain.live.Sockets;
import java.time.Duration;

/** Closing of sockets over a desk, with frames in words. */
public final class Disconnections {
    private Disconnections() {}

    /** Over those sockets. */
    public static Disconnection over(Desk desk, Sockets sockets) {
        var connections = desk.store.connections();
        var presence = new Presence(
                new Onlookers(desk.store.records(), connections),
                connections,
                new Presence.Channel(sockets, Disconnections::words),
                new Presence.Time(
                        desk.clock, moment -> desk.clock.advance(Duration.between(desk.clock.instant(), moment))));
        return new Disconnection(connections, sockets, presence);
    }

    private static String words(Frame frame) {
        return frame instanceof Frame.PresenceUpdate update
                ? "here "
                        + update.viewers().stream()
                                .map(user -> user.person().firstName())
                                .sorted()
                                .toList()
                : frame.toString();
    }
}
