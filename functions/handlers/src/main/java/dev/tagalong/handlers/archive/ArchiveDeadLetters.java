package dev.tagalong.handlers.archive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.tagalong.domain.archive.Archive;
import dev.tagalong.domain.archive.Work;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;

/**
 * Triggered by the dead letter queues: puts each message into the archive with what it was and why it failed, as
 * dead-letters/{work}/{message id}. A message that comes again takes the same place.
 */
public final class ArchiveDeadLetters implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Archive archive;
    private final Map<String, Work> queues;

    /** For Lambda. */
    public ArchiveDeadLetters() {
        this(Wiring.shared().archive(), Wiring.shared().deadLetterQueues());
    }

    /** By the ARNs of the queues. */
    ArchiveDeadLetters(Archive archive, Map<String, Work> queues) {
        this.archive = archive;
        this.queues = Map.copyOf(queues);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var failures = new ArrayList<SQSBatchResponse.BatchItemFailure>();
        for (var message : event.getRecords()) {
            try {
                keep(message);
            } catch (RuntimeException failed) {
                context.getLogger().log("a dead letter could not be archived: " + failed, LogLevel.ERROR);
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private void keep(SQSMessage message) {
        var work = Objects.requireNonNull(queues.get(message.getEventSourceArn()), "a queue of nobody's");
        archive.keep(
                DeadLetter.name(work, message.getMessageId()),
                DeadLetter.of(work, message).toJson());
    }
}
