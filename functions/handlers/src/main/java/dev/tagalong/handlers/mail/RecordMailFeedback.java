package dev.tagalong.handlers.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.tagalong.domain.mail.Feedback;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.Map;

/**
 * Triggered by EventBridge when a notification mail bounced or somebody complained of it: stops mail to an address that
 * bounced for good or complained. Throws what failed, so that Lambda tries again.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">what the events
 *     of SES hold</a>
 */
public final class RecordMailFeedback implements RequestHandler<Map<String, Object>, String> {
    private final Feedback feedback;

    /** For Lambda. */
    public RecordMailFeedback() {
        this(Wiring.shared().feedback());
    }

    RecordMailFeedback(Feedback feedback) {
        this.feedback = feedback;
    }

    @Override
    public String handleRequest(Map<String, Object> event, Context context) {
        return FeedbackNews.read(event)
                .map(news -> feedback.record(news.workspace(), news.user(), news.addresses(), news.trouble())
                                .orThrow("feedback was not recorded")
                        ? "recorded"
                        : "not theirs")
                .orElse("nothing to record");
    }
}
