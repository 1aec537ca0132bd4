package dev.tagalong.domain.live;

/**
 * An open WebSocket connection.
 *
 * @param value as the gateway names it, opaque, at most 128 characters
 */
public record ConnectionId(String value) {
    public ConnectionId {
        if (value.isEmpty() || value.length() > 128) {
            throw new IllegalArgumentException("a connection id has 1 to 128 characters");
        }
    }
}
