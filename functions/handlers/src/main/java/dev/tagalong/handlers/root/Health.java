package dev.tagalong.handlers.root;

import dev.tagalong.domain.people.Directory;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.PublicEndpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/** GET /health: 200 if the table can be read, else 503. Needs no token. */
public final class Health extends PublicEndpoint {
    private final Directory directory;

    /** For Lambda. */
    public Health() {
        this(Wiring.shared().directory());
    }

    Health(Directory directory) {
        this.directory = directory;
    }

    @Override
    protected Response answer() {
        try {
            directory.ping();
            return new Response.Ready(200, Json.object("data", Json.object("status", "ok")));
        } catch (RuntimeException unreadable) {
            return new Response.Ready(503, Json.object("data", Json.object("status", "unavailable")));
        }
    }
}
