package dev.tagalong.handlers.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.tagalong.domain.mail.Reception;
import dev.tagalong.handlers.wiring.Wiring;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Triggered by SES's receipt rule when a mail has come in: makes a note or a message of it. What SES found stands in its
 * event; what the mail says of itself is not asked for that. Throws what failed, so that Lambda tries again.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html">the event of the
 *     Lambda action</a>
 */
public final class ReceiveMail implements RequestHandler<Map<String, Object>, List<String>> {
    private final Reception reception;
    private final InstantSource clock;

    /** For Lambda. */
    public ReceiveMail() {
        this(Wiring.shared().reception(), Wiring.shared().clock());
    }

    ReceiveMail(Reception reception, InstantSource clock) {
        this.reception = reception;
        this.clock = clock;
    }

    @Override
    public List<String> handleRequest(Map<String, Object> event, Context context) {
        var arrival = ReceiptNews.read(event);
        var results = reception.receive(arrival, clock.instant()).stream()
                .map(Enum::name)
                .toList();
        context.getLogger().log("mail " + arrival.id() + " " + arrival.verdicts() + " " + results, LogLevel.INFO);
        return results;
    }
}
