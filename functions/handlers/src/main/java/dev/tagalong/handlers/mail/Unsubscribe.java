package dev.tagalong.handlers.mail;

import dev.tagalong.domain.mail.Unsubscriptions;
import dev.tagalong.handlers.http.LinkEndpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;
import java.time.InstantSource;

/**
 * POST /unsubscribe/{token}: unsubscribes, for the button of a mail program, which posts by itself, and for the page's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>
 */
public final class Unsubscribe extends LinkEndpoint {
    private final Unsubscriptions unsubscriptions;
    private final InstantSource clock;

    /** For Lambda. */
    public Unsubscribe() {
        this(Wiring.shared().unsubscriptions(), Wiring.shared().clock());
    }

    Unsubscribe(Unsubscriptions unsubscriptions, InstantSource clock) {
        this.unsubscriptions = unsubscriptions;
        this.clock = clock;
    }

    @Override
    protected Response answer(String token) {
        return UnsubscribePage.of(unsubscriptions.unsubscribe(token, clock.instant()), UnsubscribePage::done);
    }
}
