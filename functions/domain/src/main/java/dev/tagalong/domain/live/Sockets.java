package dev.tagalong.domain.live;

import java.util.Map;
import java.util.Set;

/** Sends text to open sockets and closes them. Thread-safe. */
public interface Sockets {
    /**
     * Posts the same text to all of them at once; a slow or gone one delays no other, and one for which the gateway fails
     * keeps no other from its text. What came of each.
     */
    Map<ConnectionId, Delivery> post(Set<ConnectionId> connections, String text);

    /** Closes a socket; does nothing if it is gone. */
    void close(ConnectionId connection);

    /** What came of posting to one socket. */
    sealed interface Delivery {
        /** The gateway took it. */
        record Delivered() implements Delivery {}

        /** The socket is gone for good. */
        record Gone() implements Delivery {}

        /** The client does not keep up, even after a few tries; its inbox has what it missed. */
        record Slow() implements Delivery {}

        /** The gateway failed, even after a few tries; the socket may be in order. */
        record Failed(RuntimeException cause) implements Delivery {}
    }
}
