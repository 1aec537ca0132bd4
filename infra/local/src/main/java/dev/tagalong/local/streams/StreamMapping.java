package dev.tagalong.local.streams;

import dev.tagalong.local.faults.Fault;
import dev.tagalong.local.faults.Faults;
import dev.tagalong.local.functions.Functions;
import dev.tagalong.local.storage.ObjectStore;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * The event source mapping of a DynamoDB stream: reads every shard from its oldest record on, a child after its parent,
 * and invokes the function with the records that pass the filter. Lambda reads a shard four times a second; here it is read
 * at once when a function has returned, too, since only functions write.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Lambda and DynamoDB streams</a>
 */
public final class StreamMapping implements AutoCloseable {
    private static final long BUSY_NANOS = 10_000_000L;
    private static final long EMPTY_NANOS = 40_000_000L;
    private static final long IDLE_NANOS = 210_000_000L;
    private static final long RETRY_NANOS = 200_000_000L;
    private static final long SHARDS_NANOS = 1_000_000_000L;

    private final DynamoDbStreamsClient client;
    private final Functions functions;
    private final Source source;
    private final Checkpoints checkpoints;
    private final Discards discards;
    private final Map<String, Reader> known = new ConcurrentHashMap<>();
    private final Set<String> finished = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running = true;

    private StreamMapping(
            DynamoDbStreamsClient client,
            Functions functions,
            Source source,
            Checkpoints checkpoints,
            Discards discards) {
        this.client = client;
        this.functions = functions;
        this.source = source;
        this.checkpoints = checkpoints;
        this.discards = discards;
    }

    /** Starts the mapping of a function's event on that stream. */
    public static StreamMapping start(
            DynamoDbStreamsClient client, String streamArn, Functions functions, Trigger trigger, ObjectStore objects) {
        var properties = trigger.properties();
        var source = new Source(
                streamArn,
                trigger.function(),
                Template.number(properties, "BatchSize", 100),
                Template.number(properties, "MaximumBatchingWindowInSeconds", 0),
                FilterPattern.of(properties),
                RetryPolicy.of(properties),
                trigger.faults());
        var discards = new Discards(objects, trigger.function(), streamArn, properties);
        var mapping = new StreamMapping(
                client, functions, source, Checkpoints.open(trigger.data(), trigger.function()), discards);
        functions.onReturn(mapping::wake);
        mapping.threads.execute(mapping::watch);
        return mapping;
    }

    private void watch() {
        while (running) {
            try {
                discover();
            } catch (SdkException passing) {
                // The database is starting or stopping; the next round tells.
            }
            LockSupport.parkNanos(SHARDS_NANOS);
        }
    }

    private void discover() {
        var shards = client.describeStream(request -> request.streamArn(source.streamArn()))
                .streamDescription()
                .shards();
        var ids = shards.stream().map(Shard::shardId).collect(Collectors.toCollection(HashSet::new));
        for (var shard : shards) {
            var parent = shard.parentShardId();
            boolean ready = parent == null || !ids.contains(parent) || finished.contains(parent);
            var reader = new Reader();
            if (ready && known.putIfAbsent(shard.shardId(), reader) == null) {
                threads.execute(() -> read(shard.shardId(), reader));
            }
        }
    }

    /** Reads a shard to its end, from its last checkpoint again whenever that breaks off. */
    private void read(String shard, Reader reader) {
        while (running && !finished.contains(shard)) {
            try {
                readOn(shard, reader);
            } catch (SdkException | UncheckedIOException | IllegalStateException passing) {
                if (running) {
                    System.err.println("The stream's mapping to " + source.function() + " reads again: " + passing);
                    LockSupport.parkNanos(RETRY_NANOS);
                }
            }
        }
    }

    private void readOn(String shard, Reader reader) {
        var iterator = iterator(shard);
        while (running && iterator != null) {
            long began = System.nanoTime();
            reader.news.drainPermits();
            var batch = batch(iterator);
            handle(shard, batch.records());
            iterator = batch.next();
            if (batch.records().isEmpty()) {
                reader.emptyAt = began;
                reader.await();
            } else {
                LockSupport.parkNanos(BUSY_NANOS);
            }
        }
        if (running) {
            finished.add(shard);
        }
    }

    private void wake() {
        known.values().forEach(reader -> reader.news.release());
    }

    /** A batch: what is there, and while the window is open what comes in addition, up to the batch size. */
    private Batch batch(String from) {
        var records = new ArrayList<Map<String, Object>>();
        String next = from;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(source.windowSeconds());
        do {
            var at = next;
            int left = source.batchSize() - records.size();
            var answer = client.getRecords(request -> request.shardIterator(at).limit(left));
            answer.records().forEach(record -> records.add(StreamRecords.of(record, source.streamArn())));
            next = answer.nextShardIterator();
            if (source.windowSeconds() > 0) {
                LockSupport.parkNanos(BUSY_NANOS);
            }
        } while (running
                && next != null
                && !records.isEmpty()
                && records.size() < source.batchSize()
                && System.nanoTime() < deadline);
        return new Batch(records, next);
    }

    private @Nullable String iterator(String shard) {
        var request =
                GetShardIteratorRequest.builder().streamArn(source.streamArn()).shardId(shard);
        checkpoints
                .of(shard)
                .ifPresentOrElse(
                        sequence -> request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                .sequenceNumber(sequence),
                        () -> request.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
        return client.getShardIterator(request.build()).shardIterator();
    }

    private void handle(String shard, List<Map<String, Object>> records) {
        var passing = arranged(records.stream().filter(this::passes).collect(Collectors.toCollection(ArrayList::new)));
        var delivery = new Delivery(
                source.retries(), this::handled, (left, why) -> discards.keep(shard, left, why), () -> running);
        delivery.deliver(passing);
        if (!passing.isEmpty() && source.faults().strikes(Fault.REPEAT, source.function())) {
            delivery.deliver(passing);
        }
        if (running && !records.isEmpty()) {
            checkpoints.save(shard, StreamRecords.sequence(records.getLast()));
        }
    }

    private List<Map<String, Object>> arranged(List<Map<String, Object>> records) {
        if (records.size() > 1 && source.faults().strikes(Fault.SHUFFLE, source.function())) {
            Collections.shuffle(records, new Random(records.size()));
        }
        return records;
    }

    private boolean passes(Map<String, Object> record) {
        return source.filters().isEmpty() || source.filters().stream().anyMatch(filter -> filter.matches(record));
    }

    /** How many records, from the first on, were handled. */
    private int handled(List<Map<String, Object>> records) {
        var invocation = functions.invoke(source.function(), Json.write(Json.of("Records", records)));
        if (invocation.failed()) {
            return 0;
        }
        var failures = failures(invocation.payload());
        for (int at = 0; at < records.size(); at++) {
            if (failures.contains(StreamRecords.sequence(records.get(at)))) {
                return at;
            }
        }
        return failures.isEmpty() ? records.size() : 0;
    }

    private static Set<String> failures(String payload) {
        if (payload.isBlank() || payload.equals("null")) {
            return Set.of();
        }
        return Template.list(Json.object(payload), "batchItemFailures").stream()
                .map(failure -> String.valueOf(Template.object(failure).get("itemIdentifier")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Waits until everything that was written before this call has been handled. */
    public void awaitHandled() {
        long since = System.nanoTime();
        while (running && lagsBehind(since)) {
            LockSupport.parkNanos(BUSY_NANOS);
        }
    }

    /** Whether a shard was not read to its end since then, or none is known yet. */
    private boolean lagsBehind(long since) {
        return known.isEmpty()
                || known.entrySet().stream()
                        .anyMatch(shard -> !finished.contains(shard.getKey()) && shard.getValue().emptyAt - since < 0);
    }

    @Override
    public void close() {
        running = false;
        threads.shutdownNow();
    }

    /**
     * What starts a mapping.
     *
     * @param properties of the function's event
     * @param faults what goes wrong on purpose
     * @param data where checkpoints are kept; null for memory
     */
    public record Trigger(
            String function,
            Map<String, Object> properties,
            Faults faults,
            @Nullable Path data) {}

    /** Whoever reads one shard. */
    private static final class Reader {
        private final Semaphore news = new Semaphore(0);
        /** When the last read that found nothing began. */
        private volatile long emptyAt = System.nanoTime();

        /** Waits for news, a little at least, so that many functions that return at once cause one read. */
        void await() {
            try {
                LockSupport.parkNanos(EMPTY_NANOS);
                news.tryAcquire(IDLE_NANOS, TimeUnit.NANOSECONDS);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Source(
            String streamArn,
            String function,
            int batchSize,
            int windowSeconds,
            List<FilterPattern> filters,
            RetryPolicy retries,
            Faults faults) {}

    private record Batch(
            List<Map<String, Object>> records, @Nullable String next) {}
}
