package dev.tagalong.domain.live;

import java.util.Map;
import java.util.Set;

/** Sends text to open sockets and closes them. Thread-safe. */
public interface Sockets {
    /** Posts the same text to all of them at once; a slow or gone one delays no other. What came of each. */
    Map<ConnectionId, Delivery> post(Set<ConnectionId> connections, String text);

    /** Closes a socket; does nothing if it is gone. */
    void close(ConnectionId connection);

    /** What came of posting to one socket. */
    enum Delivery {
        /** The gateway took it. */
        DELIVERED,
        /** The socket is gone for good. */
        GONE,
        /** The client does not keep up, even after a few tries; its inbox has what it missed. */
        SLOW
    }
}
