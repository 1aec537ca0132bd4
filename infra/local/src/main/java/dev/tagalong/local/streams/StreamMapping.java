package dev.tagalong.local.streams;

import dev.tagalong.local.faults.Fault;
import dev.tagalong.local.faults.Faults;
import dev.tagalong.local.functions.BatchResponse;
import dev.tagalong.local.functions.Functions.Invocation;
import dev.tagalong.local.storage.ObjectStore;
import dev.tagalong.local.streams.Position.Placed;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The event source mapping of a DynamoDB stream: invokes the function with the records that pass the filter, in as many
 * lanes at once as the parallelization factor says, each item's records in order in one of them. What it is slow with
 * waits in its lane and holds up no other mapping.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Lambda and DynamoDB streams</a>
 */
public final class StreamMapping implements AutoCloseable {
    private static final long RETRY_NANOS = 200_000_000L;

    private final Function<String, Invocation> function;
    private final Source source;
    private final Checkpoints checkpoints;
    private final Discards discards;
    private final Map<String, Work> shards = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running = true;

    private StreamMapping(
            Function<String, Invocation> function, Source source, Checkpoints checkpoints, Discards discards) {
        this.function = function;
        this.source = source;
        this.checkpoints = checkpoints;
        this.discards = discards;
    }

    /**
     * The mapping of a function's event on that stream; a StreamReader gives it the records.
     *
     * @param function answers an event as the function does
     */
    public static StreamMapping of(
            String streamArn, Function<String, Invocation> function, Trigger trigger, ObjectStore objects) {
        var properties = trigger.properties();
        var source = new Source(
                trigger.function(),
                Template.number(properties, "ParallelizationFactor", 1),
                Template.number(properties, "BatchSize", 100),
                Template.number(properties, "MaximumBatchingWindowInSeconds", 0),
                FilterPattern.of(properties),
                RetryPolicy.of(properties),
                BatchResponse.of(properties),
                trigger.faults());
        return new StreamMapping(
                function,
                source,
                Checkpoints.open(trigger.data(), trigger.function()),
                new Discards(objects, trigger, streamArn));
    }

    /** Begins with a shard, after what was handled of it in former runs, and when everything of its parent was handled. */
    void open(String shard, @Nullable String parent) {
        var lanes = IntStream.range(0, source.lanes())
                .mapToObj(lane -> new Lane(source.batchSize(), source.windowSeconds()))
                .toList();
        var work = new Work(shard, new Position(checkpoints, shard), lanes);
        var before = parent == null ? null : shards.get(parent);
        shards.put(shard, work);
        lanes.forEach(lane -> threads.execute(() -> work(before, work, lane)));
    }

    /** Notes that it was given all records of the shard. */
    void end(String shard) {
        shard(shard).position().end();
    }

    private Work shard(String id) {
        return Objects.requireNonNull(shards.get(id), "a shard that was not opened");
    }

    /** The last record of the shard that it was given; absent if none was. */
    Optional<String> last(String shard) {
        return shard(shard).position().last();
    }

    /** Whether nothing of the shard that it was given is still to be handled. */
    boolean isHandled(String shard) {
        return shard(shard).position().isHandled();
    }

    /** Gives each record that is new and passes the filter to the lane of its item, whose records stay in order. */
    void take(String id, List<Map<String, Object>> records) {
        var shard = shard(id);
        var placed = shard.position().read(records);
        var passing = placed.stream().collect(Collectors.partitioningBy(each -> passes(each.record())));
        passing.getOrDefault(true, List.of()).stream()
                .collect(Collectors.groupingBy(
                        each -> Math.floorMod(StreamRecords.keys(each.record()).hashCode(), source.lanes())))
                .forEach((lane, waiting) -> shard.lanes().get(lane).put(waiting));
        if (!placed.isEmpty()) {
            shard.position().handled(passing.getOrDefault(false, List.of()));
        }
    }

    /** Handles the records of a lane, batch by batch, after those of the parent if that is known. */
    private void work(@Nullable Work parent, Work shard, Lane lane) {
        try {
            if (parent != null) {
                parent.position().awaitDone();
            }
            while (running && !shard.position().isDone()) {
                var batch = lane.next();
                if (!batch.isEmpty()) {
                    handle(shard, batch);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Work shard, List<Placed> batch) {
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

    private void pauseAfter(RuntimeException passing) {
        if (running) {
            System.err.println("The stream's mapping to " + source.function() + " goes on after: " + passing);
            LockSupport.parkNanos(RETRY_NANOS);
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
        var sequences = records.stream().map(StreamRecords::sequence).toList();
        var failed = source.response().failed(function.apply(Json.write(Json.of("Records", records))), sequences);
        return (int)
                sequences.stream().takeWhile(each -> !failed.contains(each)).count();
    }

    @Override
    public void close() {
        running = false;
        threads.shutdownNow();
        threads.close();
    }

    /**
     * What starts a mapping.
     *
     * @param arn by which the function is called
     * @param properties of the function's event
     * @param faults what goes wrong on purpose
     * @param data where checkpoints are kept; null for memory
     */
    public record Trigger(
            String function,
            String arn,
            Map<String, Object> properties,
            Faults faults,
            @Nullable Path data) {}

    private record Work(String id, Position position, List<Lane> lanes) {}

    private record Source(
            String function,
            int lanes,
            int batchSize,
            int windowSeconds,
            List<FilterPattern> filters,
            RetryPolicy retries,
            BatchResponse response,
            Faults faults) {}
}
