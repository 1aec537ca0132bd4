package dev.tagalong.handlers.archive;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.tagalong.domain.archive.Work;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.http.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that failed for good, as it lies in the archive.
 *
 * @param body as its function read it
 * @param cause why it failed first, or where that is to be found
 * @param sentAt when it was put into its queue
 */
record DeadLetter(
        Work work, String body, String cause, @Nullable Instant sentAt) {
    private static final String CAUSE = "cause";
    private static final String SENT = "SentTimestamp";
    private static final int LONGEST = 256 * 1024;
    private static final int LONGEST_CAUSE = 500;

    /** Where a message lies. */
    static String name(Work work, String message) {
        return "dead-letters/" + work.name().toLowerCase(Locale.ROOT) + "/" + message + ".json";
    }

    static DeadLetter of(Work work, SQSMessage message) {
        var attributes = message.getMessageAttributes();
        var attribute = attributes == null ? null : attributes.get(CAUSE);
        var cause = attribute == null ? "the log of its function says why" : attribute.getStringValue();
        var sent =
                message.getAttributes() == null ? null : message.getAttributes().get(SENT);
        var sentAt = sent == null ? null : Instant.ofEpochMilli(Long.parseLong(sent));
        return new DeadLetter(work, message.getBody(), cause, sentAt);
    }

    /** Reads it back. */
    static DeadLetter read(Fields fields) {
        return new DeadLetter(
                fields.word("work", Work.class),
                fields.text("body", LONGEST),
                fields.text(CAUSE, LONGEST_CAUSE),
                fields.optionalTime("sent_at").orElse(null));
    }

    String toJson() {
        Map<String, @Nullable Object> fields =
                Json.object("work", Json.word(work), "body", body, CAUSE, cause, "sent_at", Json.time(sentAt));
        return Json.write(fields);
    }
}
