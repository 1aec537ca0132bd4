package dev.tagalong.handlers.mail;

import dev.tagalong.domain.mail.Unsubscriptions;
import dev.tagalong.handlers.http.LinkEndpoint;
import dev.tagalong.handlers.http.Response;
import dev.tagalong.handlers.wiring.Wiring;

/**
 * GET /unsubscribe/{token}: a page with a button that unsubscribes. Changes nothing, since scanners of mail open every link
 * there is.
 */
public final class ShowUnsubscribe extends LinkEndpoint {
    private final Unsubscriptions unsubscriptions;

    /** For Lambda. */
    public ShowUnsubscribe() {
        this(Wiring.shared().unsubscriptions());
    }

    ShowUnsubscribe(Unsubscriptions unsubscriptions) {
        this.unsubscriptions = unsubscriptions;
    }

    @Override
    protected Response answer(String token) {
        return UnsubscribePage.of(unsubscriptions.look(token), UnsubscribePage::question);
    }
}
