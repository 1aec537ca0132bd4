package dev.tagalong.local.streams;

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
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
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

    /** How a position is refused that is too old, of a shard that is, and one that a shard has never had. */
    private static final Set<String> UNREADABLE =
            Set.of("TrimmedDataAccessException", "ResourceNotFoundException", "ValidationException");

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
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    /** Before everything that is waited for. */
    private final long began = System.nanoTime();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running = true;

    private StreamReader(DynamoDbStreamsClient client, String streamArn, List<StreamMapping> mappings) {
        this.client = client;
        this.streamArn = streamArn;
        this.mappings = mappings;
    }

    /** Starts reading that stream for those mappings, which end with it. */
    public static StreamReader start(DynamoDbStreamsClient client, String streamArn, List<StreamMapping> mappings) {
        var reader = new StreamReader(client, streamArn, List.copyOf(mappings));
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

    private synchronized void discover() {
        var shards = client.describeStream(request -> request.streamArn(streamArn))
                .streamDescription()
                .shards();
        var ids = shards.stream().map(Shard::shardId).collect(Collectors.toCollection(HashSet::new));
        for (var shard : shards) {
            var parent = shard.parentShardId();
            boolean ready = parent == null || !ids.contains(parent) || ended.contains(parent);
            if (ready && !known.containsKey(shard.shardId())) {
                var found = new Reading(shard.shardId(), new Semaphore(0), new AtomicLong(began));
                mappings.forEach(mapping -> mapping.open(found.id(), parent));
                known.put(found.id(), found);
                threads.execute(() -> read(found));
            }
        }
    }

    /** Reads a shard to its end, from where it was read to again whenever that breaks off. */
    private void read(Reading shard) {
        while (running && !ended.contains(shard.id())) {
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
            long asked = System.nanoTime();
            shard.news().drainPermits();
            var at = iterator;
            var answer = client.getRecords(request -> request.shardIterator(at).limit(MOST_AT_ONCE));
            var records = answer.records().stream()
                    .map(record -> StreamRecords.of(record, streamArn))
                    .toList();
            mappings.forEach(mapping -> mapping.take(shard.id(), records));
            iterator = next(shard.id(), answer);
            LockSupport.parkNanos(READ_NANOS);
            if (iterator != null && records.isEmpty()) {
                if (isHandled(shard.id())) {
                    shard.emptyAt().set(asked);
                }
                shard.news().tryAcquire(IDLE_NANOS, TimeUnit.NANOSECONDS);
            }
        }
        if (running) {
            end(shard.id());
        }
    }

    /** Goes on with the children of a shard that was read to its end. */
    private synchronized void end(String shard) {
        mappings.forEach(mapping -> mapping.end(shard));
        ended.add(shard);
        discover();
    }

    private boolean isHandled(String shard) {
        return mappings.stream().allMatch(mapping -> mapping.isHandled(shard));
    }

    /** Reads at once, since something may have been written. */
    public void wake() {
        known.values().forEach(shard -> shard.news().release());
    }

    /**
     * From where all mappings have read to, or from the oldest record that is left if those after it are not: a stream keeps
     * them for a day. Null if none is left; then DynamoDB Local lists the shard, but lets nobody read any of it.
     */
    private @Nullable String iterator(String shard) {
        var first = reached(shard)
                .flatMap(last -> readable(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, last))
                .or(() -> readable(shard, ShardIteratorType.TRIM_HORIZON, null));
        if (first.isEmpty() && readable(shard, ShardIteratorType.LATEST, null).isPresent()) {
            throw new IllegalStateException("The oldest records are being deleted.");
        }
        return first.orElse(null);
    }

    /**
     * What goes on after an answer; null at the shard's end. A shard of which nothing was read is begun anew each time: when
     * DynamoDB Local is started without a record left, it numbers records from 1 on, and its iterators do not see them.
     */
    private @Nullable String next(String shard, GetRecordsResponse answer) {
        boolean isUntouched =
                answer.nextShardIterator() != null && reached(shard).isEmpty();
        return isUntouched ? iterator(shard, ShardIteratorType.TRIM_HORIZON, null) : answer.nextShardIterator();
    }

    private String iterator(String shard, ShardIteratorType type, @Nullable String sequence) {
        return client.getShardIterator(request -> request.streamArn(streamArn)
                        .shardId(shard)
                        .shardIteratorType(type)
                        .sequenceNumber(sequence))
                .shardIterator();
    }

    private Optional<String> readable(String shard, ShardIteratorType type, @Nullable String sequence) {
        try {
            var iterator = iterator(shard, type, sequence);
            client.getRecords(request -> request.shardIterator(iterator).limit(1));
            return Optional.of(iterator);
        } catch (DynamoDbException refused) {
            if (UNREADABLE.contains(refused.awsErrorDetails().errorCode())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Optional<String> reached(String shard) {
        return common(mappings.stream().map(mapping -> mapping.last(shard)).toList());
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

    /** Whether of a shard something may be unread since then, or in hand, or none is known yet. */
    private synchronized boolean lagsBehind(long since) {
        return known.isEmpty()
                || known.values().stream()
                        .anyMatch(shard -> ended.contains(shard.id())
                                ? !isHandled(shard.id())
                                : shard.emptyAt().get() - since < 0);
    }

    @Override
    public void close() {
        running = false;
        threads.shutdownNow();
        threads.close();
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
