package dev.tagalong.handlers.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.tagalong.domain.mail.MailDelivery;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.ArrayList;

/** Triggered by the mail queue when a window is due: sends its mail, if there is still something worth telling. */
public final class SendMail implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final MailDelivery delivery;
    private final MailCalls calls;

    /** For Lambda. */
    public SendMail() {
        this(Wiring.shared().mailDelivery(), Wiring.shared().mailCalls());
    }

    SendMail(MailDelivery delivery, MailCalls calls) {
        this.delivery = delivery;
        this.calls = calls;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var failures = new ArrayList<SQSBatchResponse.BatchItemFailure>();
        for (var message : event.getRecords()) {
            if (!isDone(message.getBody(), context)) {
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private boolean isDone(String body, Context context) {
        try {
            return delivery.deliver(calls.read(body));
        } catch (RuntimeException failed) {
            context.getLogger().log("a mail could not be sent: " + failed, LogLevel.ERROR);
            return false;
        }
    }
}
