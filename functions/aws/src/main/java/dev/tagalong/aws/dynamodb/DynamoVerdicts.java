package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.fanout.InParallel;
import dev.tagalong.domain.fanout.Rule;
import dev.tagalong.domain.fanout.Verdict;
import dev.tagalong.domain.fanout.Verdicts;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The verdicts of an event: the first ones in the item that decides which stand, and beside it one item for each further
 * part. Those are put before it, under the hash of what they hold, which that item names: an attempt that comes second
 * changes none of them.
 */
public final class DynamoVerdicts implements Verdicts {
    static final Duration LIFE = Duration.ofDays(90);

    /** Verdicts in one item: at most 90 bytes each, where an item has 400 KB. */
    static final int MOST = 4_000;

    private final Table table;
    private final InstantSource clock;

    public DynamoVerdicts(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public List<Verdict> keep(WorkspaceId workspace, EventId event, List<Verdict> verdicts) {
        var rest = verdicts.stream()
                .skip(MOST)
                .gather(Gatherers.windowFixed(MOST))
                .collect(Collectors.toMap(
                        part -> Keys.hash(part.toString()), part -> part, (one, same) -> one, LinkedHashMap::new));
        InParallel.each(List.copyOf(rest.entrySet()), part -> {
            var item = item(Keys.verdicts(workspace, event, part.getKey()), part.getValue());
            table.client().putItem(request -> request.tableName(table.name()).item(item.attributes()));
        });
        var head = item(
                        Keys.verdict(workspace, event),
                        verdicts.stream().limit(MOST).toList())
                .put("rest", rest.isEmpty() ? null : String.join(" ", rest.keySet()));
        try {
            table.client()
                    .putItem(request -> request.tableName(table.name())
                            .item(head.attributes())
                            .conditionExpression("attribute_not_exists(PK)"));
            return verdicts;
        } catch (ConditionalCheckFailedException stands) {
            return find(workspace, event).orElse(verdicts);
        }
    }

    private Item item(Keys.Key key, List<Verdict> verdicts) {
        var item =
                Item.of(key, "verdicts").put("ttl", clock.instant().plus(LIFE).getEpochSecond());
        item.attributes()
                .put(
                        "verdicts",
                        AttributeValue.fromL(
                                verdicts.stream().map(DynamoVerdicts::write).toList()));
        return item;
    }

    @Override
    public Optional<List<Verdict>> find(WorkspaceId workspace, EventId event) {
        var head = table.get(Keys.verdict(workspace, event));
        if (head.isEmpty()) {
            return Optional.empty();
        }
        var rest = Item.read(head).textOrNull("rest");
        if (rest == null) {
            return Optional.of(read(head).toList());
        }
        var keys = Arrays.stream(rest.split(" ", -1))
                .map(hash -> Keys.verdicts(workspace, event, hash))
                .toList();
        var found = table.get(keys);
        return Optional.of(Stream.concat(
                        read(head), keys.stream().flatMap(key -> read(found.getOrDefault(key, Map.of()))))
                .toList());
    }

    private static Stream<Verdict> read(Map<String, AttributeValue> attributes) {
        var list = attributes.get("verdicts");
        return list == null ? Stream.empty() : list.l().stream().map(DynamoVerdicts::read);
    }

    private static AttributeValue write(Verdict verdict) {
        var reason = verdict.reason();
        var map = new HashMap<>(Map.of(
                "user", AttributeValue.fromN(Integer.toString(verdict.user().value())),
                "kind", AttributeValue.fromS(Item.word(verdict.kind())),
                "rule", AttributeValue.fromS(Item.word(verdict.rule())),
                "toast", AttributeValue.fromBool(verdict.channels().toast()),
                "email", AttributeValue.fromBool(verdict.channels().email())));
        if (reason != null) {
            map.put("reason", AttributeValue.fromS(Item.word(reason)));
        }
        return AttributeValue.fromM(map);
    }

    private static Verdict read(AttributeValue value) {
        var item = Item.read(value.m());
        var reason = item.textOrNull("reason");
        return new Verdict(
                new UserId(item.count("user")),
                item.constant("kind", Kind.class),
                reason == null ? null : Item.constant(Reason.class, reason),
                item.constant("rule", Rule.class),
                new Channels(item.flag("toast"), item.flag("email")));
    }
}
