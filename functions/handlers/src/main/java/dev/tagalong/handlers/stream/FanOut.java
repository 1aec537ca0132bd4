package dev.tagalong.handlers.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.handlers.wiring.Wiring;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Triggered by the table's stream, for each activity that was committed: carries it to everybody who shall hear of it. A
 * record that fails goes to the retry queue and counts as handled, so that it delays no other; only if that queue cannot
 * be written does the batch fail, from that record on.
 */
public final class FanOut implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final Outbox outbox;
    private final dev.tagalong.domain.fanout.FanOut fanOut;

    /** For Lambda. */
    public FanOut() {
        this(Wiring.shared().outbox(), Wiring.shared().fanOut());
    }

    FanOut(Outbox outbox, dev.tagalong.domain.fanout.FanOut fanOut) {
        this.outbox = outbox;
        this.fanOut = fanOut;
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        var threads =
                event.getRecords().stream().filter(FanOut::isNew).collect(Collectors.groupingBy(FanOut::partition));
        var failures = InParallel.map(List.copyOf(threads.values()), records -> handle(records, context));
        return new StreamsEventResponse(
                failures.stream().flatMap(Optional::stream).toList());
    }

    /** Whether an activity was written; template.yaml lets nothing else through, and nothing else may fill the retry queue. */
    private static boolean isNew(DynamodbStreamRecord record) {
        var image = record.getDynamodb().getNewImage();
        var entity = image == null ? null : image.get("entity");
        return "INSERT".equals(record.getEventName()) && entity != null && "activity".equals(entity.getS());
    }

    /** The records of one conversation are carried out in order, those of different ones side by side. */
    private static String partition(DynamodbStreamRecord record) {
        return String.valueOf(record.getDynamodb().getKeys().get("PK"));
    }

    /** Where the first failure is that could not even be set aside; absent if all are handled. */
    private Optional<BatchItemFailure> handle(List<DynamodbStreamRecord> records, Context context) {
        for (var record : records) {
            try {
                handle(record, context);
            } catch (RuntimeException failed) {
                context.getLogger().log("a failed record could not be set aside: " + failed, LogLevel.ERROR);
                return Optional.of(new BatchItemFailure(record.getDynamodb().getSequenceNumber()));
            }
        }
        return Optional.empty();
    }

    private void handle(DynamodbStreamRecord record, Context context) {
        Activity activity;
        try {
            activity = outbox.read(record.getDynamodb().getNewImage());
        } catch (RuntimeException unreadable) {
            outbox.setAside(record.getDynamodb().getKeys(), unreadable.toString());
            return;
        }
        try {
            fanOut.carryOut(activity);
        } catch (RuntimeException failed) {
            context.getLogger().log("activity " + activity.id() + " is set aside: " + failed, LogLevel.WARN);
            outbox.setAside(activity, failed.toString());
        }
    }
}
