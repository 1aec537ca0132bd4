package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.fanout.Rule;
import dev.tagalong.domain.fanout.Verdict;
import dev.tagalong.domain.fanout.Verdicts;
import dev.tagalong.domain.notification.Channels;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The verdicts of an event, all in one item. */
public final class DynamoVerdicts implements Verdicts {
    static final Duration LIFE = Duration.ofDays(90);

    private final Table table;
    private final InstantSource clock;

    public DynamoVerdicts(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public List<Verdict> keep(WorkspaceId workspace, EventId event, List<Verdict> verdicts) {
        var attributes = new HashMap<>(Item.of(Keys.verdict(workspace, event), "verdicts")
                .put("ttl", clock.instant().plus(LIFE).getEpochSecond())
                .attributes());
        attributes.put(
                "verdicts",
                AttributeValue.fromL(
                        verdicts.stream().map(DynamoVerdicts::write).toList()));
        try {
            table.client()
                    .putItem(request -> request.tableName(table.name())
                            .item(attributes)
                            .conditionExpression("attribute_not_exists(PK)"));
            return verdicts;
        } catch (ConditionalCheckFailedException stands) {
            return find(workspace, event).orElse(verdicts);
        }
    }

    @Override
    public Optional<List<Verdict>> find(WorkspaceId workspace, EventId event) {
        var attributes = table.get(Keys.verdict(workspace, event));
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        var list = attributes.get("verdicts");
        return Optional.of(
                list == null
                        ? List.of()
                        : list.l().stream().map(DynamoVerdicts::read).toList());
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
