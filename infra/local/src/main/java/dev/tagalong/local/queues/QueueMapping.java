package dev.tagalong.local.queues;

import dev.tagalong.local.faults.Fault;
import dev.tagalong.local.faults.Faults;
import dev.tagalong.local.functions.BatchResponse;
import dev.tagalong.local.functions.Functions;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The event source mapping of one queue: receives, invokes, and deletes what was handled. What a partial batch response
 * names, and all of a batch whose invocation failed, becomes visible again after the queue's timeout.
 */
public final class QueueMapping implements AutoCloseable {
    private static final int WAIT_SECONDS = 1;
    private static final int MOST_AT_ONCE = 10;
    private static final long PAUSE_NANOS = 100_000_000L;

    private final Queues queues;
    private final Functions functions;
    private final Source source;
    private final Semaphore permits;
    private volatile boolean running = true;

    private QueueMapping(Queues queues, Functions functions, Source source) {
        this.queues = queues;
        this.functions = functions;
        this.source = source;
        this.permits = new Semaphore(source.concurrency());
    }

    /** Starts the mapping of a function's event; the deployment says what its references mean. */
    public static QueueMapping start(Queues queues, Functions functions, Deployment deployment, Trigger trigger) {
        var properties = trigger.properties();
        var queue = Template.list(Template.object(properties, "Queue"), "Fn::GetAtt")
                .getFirst();
        var scaling = Template.object(properties, "ScalingConfig");
        var source = new Source(
                String.valueOf(queue),
                trigger.function(),
                Template.number(properties, "BatchSize", 10),
                Template.number(properties, "MaximumBatchingWindowInSeconds", 0),
                Integer.parseInt(deployment.text(scaling.getOrDefault("MaximumConcurrency", 5))),
                BatchResponse.of(properties),
                trigger.faults());
        var mapping = new QueueMapping(queues, functions, source);
        queues.execute(mapping::poll);
        return mapping;
    }

    private void poll() {
        while (running) {
            permits.acquireUninterruptibly();
            try {
                var messages = running ? receive() : List.<Message>of();
                if (messages.isEmpty()) {
                    permits.release();
                } else {
                    queues.execute(() -> handle(messages));
                }
            } catch (SdkException passing) {
                permits.release();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** A batch: what is there, and while the window is open what comes in addition, up to the batch size. */
    private List<Message> receive() {
        var batch = new ArrayList<>(receive(source.batchSize(), WAIT_SECONDS));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(source.windowSeconds());
        while (running && !batch.isEmpty() && batch.size() < source.batchSize() && System.nanoTime() < deadline) {
            batch.addAll(receive(source.batchSize() - batch.size(), WAIT_SECONDS));
        }
        return batch;
    }

    private List<Message> receive(int most, int waitSeconds) {
        return queues.client()
                .receiveMessage(request -> request.queueUrl(queues.url(source.queue()))
                        .maxNumberOfMessages(Math.min(MOST_AT_ONCE, most))
                        .waitTimeSeconds(waitSeconds)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private void handle(List<Message> messages) {
        try {
            if (source.faults().strikes(Fault.REPEAT, source.function())) {
                functions.invoke(source.function(), event(messages));
            }
            var ids = messages.stream().map(Message::messageId).toList();
            delete(messages, source.response().failed(functions.invoke(source.function(), event(messages)), ids));
        } finally {
            permits.release();
        }
    }

    private void delete(List<Message> messages, Set<String> failures) {
        var handled = messages.stream()
                .filter(message -> !failures.contains(message.messageId()))
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        for (int from = 0; from < handled.size(); from += MOST_AT_ONCE) {
            var some = handled.subList(from, Math.min(handled.size(), from + MOST_AT_ONCE));
            queues.client()
                    .deleteMessageBatch(request ->
                            request.queueUrl(queues.url(source.queue())).entries(some));
        }
    }

    private String event(List<Message> messages) {
        return Json.write(Json.of("Records", messages.stream().map(this::record).toList()));
    }

    private Map<String, Object> record(Message message) {
        return Json.of(
                "messageId", message.messageId(),
                "receiptHandle", message.receiptHandle(),
                "body", message.body(),
                "attributes", message.attributesAsStrings(),
                "messageAttributes",
                        message.messageAttributes().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> Json.of(
                                                "stringValue", entry.getValue().stringValue(),
                                                "dataType", entry.getValue().dataType()))),
                "md5OfBody", message.md5OfBody(),
                "eventSource", "aws:sqs",
                "eventSourceARN", "arn:aws:sqs:" + Deployment.REGION + ":" + Deployment.ACCOUNT + ":" + source.queue(),
                "awsRegion", Deployment.REGION);
    }

    /** Receives no more. What is under way, and what a call that waits brings, goes on until {@link Queues#settle()}, which waits for it. */
    @Override
    public void close() {
        running = false;
    }

    /**
     * What starts a mapping.
     *
     * @param properties of the function's event
     * @param faults what goes wrong on purpose
     */
    public record Trigger(String function, Map<String, Object> properties, Faults faults) {}

    private record Source(
            String queue,
            String function,
            int batchSize,
            int windowSeconds,
            int concurrency,
            BatchResponse response,
            Faults faults) {}
}
