package dev.tagalong.local.streams;

import dev.tagalong.local.faults.Fault;
import dev.tagalong.local.faults.Faults;
import dev.tagalong.local.functions.Functions;
import dev.tagalong.local.storage.ObjectStore;
import dev.tagalong.local.streams.Position.Placed;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * The event source mapping of a DynamoDB stream: reads every shard from its oldest record on, a child after its parent,
 * and invokes the function with the records that pass the filter, in as many lanes at once as the parallelization factor
 * says, each item's records in order in one of them. Lambda reads a shard four times a second; here it is read
 * at once when a function has returned, too, since only functions write.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Lambda and DynamoDB streams</a>
 */
public final class StreamMapping implements AutoCloseable {
    /** As many as one answer brings at most. */
    private static final int MOST_AT_ONCE = 1000;

    private static final long BUSY_NANOS = 10_000_000L;
    /** Between two reads at least, so that many functions that return at once cause one. */
    private static final long READ_NANOS = 40_000_000L;

    private static final long IDLE_NANOS = 210_000_000L;
    private static final long RETRY_NANOS = 200_000_000L;
    private static final long SHARDS_NANOS = 1_000_000_000L;

    private final DynamoDbStreamsClient client;
    private final Functions functions;
    private final Source source;
    private final Checkpoints checkpoints;
    private final Discards discards;
    private final Map<String, Reading> known = new ConcurrentHashMap<>();
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
                Template.number(properties, "ParallelizationFactor", 1),
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
            if (ready && !known.containsKey(shard.shardId())) {
                var found = reading(shard.shardId());
                known.put(found.id(), found);
                threads.execute(() -> read(found));
            }
        }
    }

    private Reading reading(String id) {
        var lanes = IntStream.range(0, source.lanes())
                .mapToObj(lane -> new Lane(source.batchSize(), source.windowSeconds()))
                .toList();
        return new Reading(
                id, new Position(checkpoints, id), lanes, new Semaphore(0), new AtomicLong(System.nanoTime()));
    }

    /** Reads a shard to its end, from where it was read to again whenever that breaks off. */
    private void read(Reading shard) {
        shard.lanes().forEach(lane -> threads.execute(() -> work(shard, lane)));
        while (running && !finished.contains(shard.id())) {
            try {
                readOn(shard);
            } catch (SdkException | UncheckedIOException | IllegalStateException passing) {
                pauseAfter(passing);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void pauseAfter(RuntimeException passing) {
        if (running) {
            System.err.println("The stream's mapping to " + source.function() + " goes on after: " + passing);
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private void readOn(Reading shard) throws InterruptedException {
        var iterator = iterator(shard);
        while (running && iterator != null) {
            long began = System.nanoTime();
            shard.news().drainPermits();
            var at = iterator;
            var answer = client.getRecords(request -> request.shardIterator(at).limit(MOST_AT_ONCE));
            dispatch(shard, answer.records());
            iterator = answer.nextShardIterator();
            LockSupport.parkNanos(READ_NANOS);
            if (answer.records().isEmpty()) {
                if (shard.position().isHandled()) {
                    shard.emptyAt().set(began);
                }
                shard.news().tryAcquire(IDLE_NANOS, TimeUnit.NANOSECONDS);
            }
        }
        while (running && !shard.position().isHandled()) {
            LockSupport.parkNanos(BUSY_NANOS);
        }
        if (running) {
            finished.add(shard.id());
        }
    }

    private void wake() {
        known.values().forEach(shard -> shard.news().release());
    }

    private @Nullable String iterator(Reading shard) {
        var request =
                GetShardIteratorRequest.builder().streamArn(source.streamArn()).shardId(shard.id());
        shard.position()
                .last()
                .ifPresentOrElse(
                        sequence -> request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                .sequenceNumber(sequence),
                        () -> request.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
        return client.getShardIterator(request.build()).shardIterator();
    }

    /** Gives each record that passes the filter to the lane of its item, whose records stay in order. */
    private void dispatch(Reading shard, List<Record> records) throws InterruptedException {
        var placed = shard.position()
                .read(records.stream()
                        .map(record -> StreamRecords.of(record, source.streamArn()))
                        .toList());
        var passing = placed.stream().collect(Collectors.partitioningBy(each -> passes(each.record())));
        if (!placed.isEmpty()) {
            shard.position().handled(passing.getOrDefault(false, List.of()));
        }
        var lanes = passing.getOrDefault(true, List.of()).stream()
                .collect(Collectors.groupingBy(
                        each -> Math.floorMod(StreamRecords.keys(each.record()).hashCode(), source.lanes())));
        for (var lane : lanes.entrySet()) {
            shard.lanes().get(lane.getKey()).put(lane.getValue());
        }
    }

    /** Handles the records of a lane, batch by batch. */
    private void work(Reading shard, Lane lane) {
        try {
            while (running && !finished.contains(shard.id())) {
                var batch = lane.next();
                if (!batch.isEmpty()) {
                    handle(shard, batch);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Reading shard, List<Placed> batch) {
        var records = arranged(batch.stream().map(Placed::record).collect(Collectors.toCollection(ArrayList::new)));
        var delivery = new Delivery(
                source.retries(), this::handled, (left, why) -> discards.keep(shard.id(), left, why), () -> running);
        for (boolean done = false; running && !done; ) {
            try {
                delivery.deliver(records);
                if (source.faults().strikes(Fault.REPEAT, source.function())) {
                    delivery.deliver(records);
                }
                done = true;
            } catch (SdkException | UncheckedIOException | IllegalStateException passing) {
                pauseAfter(passing);
            }
        }
        if (running) {
            shard.position().handled(batch);
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
                        .anyMatch(shard -> !finished.contains(shard.getKey())
                                && shard.getValue().emptyAt().get() - since < 0);
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

    /**
     * The reading of a shard.
     *
     * @param news a permit when a function has returned
     * @param emptyAt when the last read began that found nothing, while nothing was in hand
     */
    private record Reading(String id, Position position, List<Lane> lanes, Semaphore news, AtomicLong emptyAt) {}

    private record Source(
            String streamArn,
            String function,
            int lanes,
            int batchSize,
            int windowSeconds,
            List<FilterPattern> filters,
            RetryPolicy retries,
            Faults faults) {}
}
