package dev.tagalong.handlers.live;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The subprotocols that a client offers: tagalong.v1, and jwt. with a token behind it. */
final class Subprotocols {
    /** The one that we speak. */
    static final String SPOKEN = "tagalong.v1";
    /** The header in which they are offered and answered. */
    static final String HEADER = "Sec-WebSocket-Protocol";

    private static final String TOKEN = "jwt.";

    private Subprotocols() {}

    /** The token, if it is offered beside the subprotocol that we speak, in whatever order. */
    static Optional<String> token(Map<String, String> headers) {
        return offered(headers)
                .filter(offer -> isSpoken(headers))
                .filter(offer -> offer.startsWith(TOKEN))
                .map(offer -> offer.substring(TOKEN.length()))
                .findFirst();
    }

    static boolean isSpoken(Map<String, String> headers) {
        return offered(headers).anyMatch(SPOKEN::equals);
    }

    private static Stream<String> offered(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(HEADER))
                .flatMap(header -> Arrays.stream(header.getValue().split(",")))
                .map(String::strip);
    }
}
