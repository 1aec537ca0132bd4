package dev.tagalong.handlers.root;

import dev.tagalong.domain.Refusal;
import dev.tagalong.handlers.http.PublicEndpoint;
import dev.tagalong.handlers.http.Response;

/** Every path that nothing else answers: 404 in the shape that clients of the API read. */
public final class UnknownRoute extends PublicEndpoint {
    @Override
    protected Response answer() {
        return new Response.Refused(new Refusal.NotFound("route"));
    }
}
