package dev.tagalong.local.streams;

import dev.tagalong.local.functions.Functions;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads every shard of a DynamoDB stream once for all its event source mappings, from the oldest record on that one of them
 * lacks, a child after its parent. Lambda reads a shard four times a second; here it is read at once when a function
 * has returned, too, since only functions write.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Lambda and DynamoDB streams</a>
 */
public final class StreamReader implements AutoCloseable {
    /** As many as one answer brings at most. */
    private static final int MOST_AT_ONCE = 1000;

    private static final long BUSY_NANOS = 10_000_000L;
    /** Between two reads at least, so that many functions that return at once cause one. */
    private static final long READ_NANOS = 40_000_000L;

    private static final long IDLE_NANOS = 210_000_000L;
    private static final long RETRY_NANOS = 200_000_000L;
    private static final long SHARDS_NANOS = 1_000_000_000L;

    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final List<StreamMapping> mappings;
    private final Map<String, Reading> known = new ConcurrentHashMap<>();
    private final Set<String> finished = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running = true;

    private StreamReader(DynamoDbStreamsClient client, String streamArn, List<StreamMapping> mappings) {
        this.client = client;
        this.streamArn = streamArn;
        this.mappings = mappings;
    }

    /** Starts reading that stream for those mappings, which end with it. */
    public static StreamReader start(
            DynamoDbStreamsClient client, String streamArn, Functions functions, List<StreamMapping> mappings) {
        var reader = new StreamReader(client, streamArn, List.copyOf(mappings));
        functions.onReturn(reader::wake);
        reader.threads.execute(reader::watch);
        return reader;
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
        var shards = client.describeStream(request -> request.streamArn(streamArn))
                .streamDescription()
                .shards();
        var ids = shards.stream().map(Shard::shardId).collect(Collectors.toCollection(HashSet::new));
        for (var shard : shards) {
            var parent = shard.parentShardId();
            boolean ready = parent == null || !ids.contains(parent) || finished.contains(parent);
            if (ready && !known.containsKey(shard.shardId())) {
                var found = new Reading(shard.shardId(), new Semaphore(0), new AtomicLong(System.nanoTime()));
                mappings.forEach(mapping -> mapping.open(found.id()));
                known.put(found.id(), found);
                threads.execute(() -> read(found));
            }
        }
    }

    /** Reads a shard to its end, from where it was read to again whenever that breaks off. */
    private void read(Reading shard) {
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
            System.err.println("The reading of the stream goes on after: " + passing);
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private void readOn(Reading shard) throws InterruptedException {
        var iterator = iterator(shard.id());
        while (running && iterator != null) {
            long began = System.nanoTime();
            shard.news().drainPermits();
            var at = iterator;
            var answer = client.getRecords(request -> request.shardIterator(at).limit(MOST_AT_ONCE));
            var records = answer.records().stream()
                    .map(record -> StreamRecords.of(record, streamArn))
                    .toList();
            mappings.forEach(mapping -> mapping.take(shard.id(), records));
            iterator = answer.nextShardIterator();
            LockSupport.parkNanos(READ_NANOS);
            if (records.isEmpty()) {
                if (isHandled(shard.id())) {
                    shard.emptyAt().set(began);
                }
                shard.news().tryAcquire(IDLE_NANOS, TimeUnit.NANOSECONDS);
            }
        }
        while (running && !isHandled(shard.id())) {
            LockSupport.parkNanos(BUSY_NANOS);
        }
        if (running) {
            finished.add(shard.id());
            mappings.forEach(mapping -> mapping.finish(shard.id()));
        }
    }

    private boolean isHandled(String shard) {
        return mappings.stream().allMatch(mapping -> mapping.isHandled(shard));
    }

    private void wake() {
        known.values().forEach(shard -> shard.news().release());
    }

    private @Nullable String iterator(String shard) {
        var request = GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shard);
        common(mappings.stream().map(mapping -> mapping.last(shard)).toList())
                .ifPresentOrElse(
                        sequence -> request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                .sequenceNumber(sequence),
                        () -> request.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
        return client.getShardIterator(request.build()).shardIterator();
    }

    /** Up to where all of them have read; absent if one has read nothing. */
    static Optional<String> common(List<Optional<String>> lasts) {
        return lasts.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : lasts.stream().flatMap(Optional::stream).min(StreamRecords.BY_SEQUENCE);
    }

    /** Waits until everything that was written before this call has been handled. */
    public void awaitHandled() {
        long since = System.nanoTime();
        wake();
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
        mappings.forEach(StreamMapping::close);
    }

    /**
     * The reading of a shard.
     *
     * @param news a permit when a function has returned
     * @param emptyAt when the last read began that found nothing, while nothing was in hand
     */
    private record Reading(String id, Semaphore news, AtomicLong emptyAt) {}
}
