package dev.tagalong.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.faults.Faults;
import dev.tagalong.local.functions.Functions.Invocation;
import dev.tagalong.local.storage.ObjectStore;
import dev.tagalong.local.template.Template;
import dev.tagalong.local.wire.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** What is read where a shard ends and its child begins, as every four hours, and where records are over a day old. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShardEndTest {
    private static final String TABLE = "items";
    private static final String ID = "id";

    private final Consumer fast = new Consumer("Fast");
    private final Consumer slow = new Consumer("Slow");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private AmazonDynamoDBLocal database;

    @SuppressWarnings("NullAway.Init")
    private String streamArn;

    @SuppressWarnings("NullAway.Init")
    private StreamReader reader;

    /** On disk, and without telemetry. */
    private AmazonDynamoDBLocal opened() {
        return DynamoDBEmbedded.create(folder.resolve("database").toFile(), true);
    }

    @BeforeEach
    void start() {
        database = opened();
        var name = AttributeDefinition.builder()
                .attributeName(ID)
                .attributeType("S")
                .build();
        var key = KeySchemaElement.builder().attributeName(ID).keyType("HASH").build();
        streamArn = database.dynamoDbClient()
                .createTable(table -> table.tableName(TABLE)
                        .billingMode("PAY_PER_REQUEST")
                        .attributeDefinitions(name)
                        .keySchema(key)
                        .streamSpecification(
                                stream -> stream.streamEnabled(true).streamViewType("KEYS_ONLY")))
                .tableDescription()
                .latestStreamArn();
        read();
    }

    private void read() {
        reader = StreamReader.start(
                database.dynamoDbStreamsClient(), streamArn, List.of(fast.mapping(), slow.mapping()));
    }

    @AfterEach
    void stop() {
        reader.close();
        database.shutdown();
    }

    private void put(String id) {
        database.dynamoDbClient().putItem(item -> item.tableName(TABLE).item(Map.of(ID, AttributeValue.fromS(id))));
    }

    private void bothTake(String... ids) throws InterruptedException {
        fast.takes(ids);
        slow.takes(ids);
    }

    /** Ends the reading when nothing is left to do. */
    private void rest() {
        reader.awaitHandled();
        reader.close();
    }

    @Test
    void aMappingThatIsBusyWithTheParentHoldsUpNoOtherAndTakesTheChildAfterIt() throws InterruptedException {
        slow.may.acquire();
        put("parent");
        fast.takes("parent");

        database.triggerShardRollovers();
        put("child");
        fast.takes("child");
        assertThat(slow.handled).isEmpty();

        slow.may.release();
        slow.takes("parent", "child");
    }

    @Test
    void aRestartGoesOnWithTheChildAndRepeatsNothing() throws InterruptedException {
        put("parent");
        database.triggerShardRollovers();
        put("child");
        bothTake("parent", "child");
        rest();

        put("meanwhile");
        read();
        bothTake("meanwhile");
    }

    @Test
    void aRestartAfterMoreThanADayGoesOnWithWhatIsLeft() throws InterruptedException {
        put("handled");
        bothTake("handled");
        rest();

        put("too old");
        age(3);
        put("in time");
        age(22);
        read();
        bothTake("in time");

        reader.awaitHandled();
        put("new");
        bothTake("new");
    }

    @Test
    void aRestartAfterDaysGoesOnWithWhatIsNewAndSoDoesTheNext() throws InterruptedException {
        put("handled");
        bothTake("handled");
        rest();

        put("too old");
        age(50);
        database.shutdown();
        database = opened();
        for (var id : List.of("new", "newer")) {
            read();
            reader.awaitHandled();
            put(id);
            bothTake(id);
            rest();
        }
    }

    /** Lets hours pass by. */
    private void age(int hours) {
        database.dilateEventTimes(TimeUnit.HOURS.toMillis(hours));
    }

    /** A function that notes the items it hears of, when it may. */
    private final class Consumer {
        private final String name;
        private final Semaphore may = new Semaphore(1);
        private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();

        Consumer(String name) {
            this.name = name;
        }

        StreamMapping mapping() {
            return StreamMapping.of(
                    streamArn,
                    this::handle,
                    new StreamMapping.Trigger(name, "arn:" + name, Map.of(), Faults.none(), folder),
                    ObjectStore.open(null));
        }

        private Invocation handle(String event) {
            try {
                may.acquire();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return new Invocation("", true);
            }
            Template.list(Json.object(event), "Records").stream()
                    .map(record -> Template.object(Template.object(record), "dynamodb"))
                    .map(data -> Template.object(Template.object(data, "Keys"), ID))
                    .forEach(id -> handled.add(String.valueOf(id.get("S"))));
            may.release();
            return new Invocation("", false);
        }

        /** Hears of these next, in this order, each within seconds. */
        void takes(String... ids) throws InterruptedException {
            for (var id : ids) {
                assertThat(handled.poll(20, TimeUnit.SECONDS)).isEqualTo(id);
            }
        }
    }
}
