package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Windows of mail. A claim takes the due time away, so an event that comes while its mail is being sent opens a window of
 * its own in the same item; a worker that died leaves its events to whoever comes after the lease.
 */
public final class DynamoMailWindows implements MailWindows {
    /** How early a queue may be. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private static final Duration LIFE = Duration.ofDays(7);

    private final Table table;
    private final Ids ids;

    public DynamoMailWindows(Table table, Ids ids) {
        this.table = table;
        this.ids = ids;
    }

    @Override
    public Instant add(MailKey key, EventId event, Instant dueIfOpened) {
        var updated = table.client()
                .updateItem(request -> request.tableName(table.name())
                        .key(key(key))
                        .updateExpression(
                                "SET due = if_not_exists(due, :due), entity = :entity, #ttl = :ttl ADD events :event")
                        .expressionAttributeNames(Map.of("#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(
                                ":due", millis(dueIfOpened),
                                ":entity", AttributeValue.fromS("mail window"),
                                ":ttl", endOfLife(dueIfOpened),
                                ":event",
                                        AttributeValue.builder()
                                                .ss(event.toString())
                                                .build()))
                        .returnValues(ReturnValue.ALL_NEW));
        return Item.read(updated.attributes()).instant("due");
    }

    @Override
    public Claiming claim(MailKey key, Instant now, Duration lease) {
        var owner = ids.token();
        try {
            var updated = table.client()
                    .updateItem(request -> request.tableName(table.name())
                            .key(key(key))
                            .updateExpression("SET leaseUntil = :until, #owner = :owner REMOVE due")
                            .conditionExpression("attribute_exists(events)"
                                    + " AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now)"
                                    + " AND (attribute_not_exists(due) OR due <= :soon)")
                            .expressionAttributeNames(Map.of("#owner", "owner"))
                            .expressionAttributeValues(Map.of(
                                    ":until", millis(now.plus(lease)),
                                    ":owner", AttributeValue.fromS(owner),
                                    ":now", millis(now),
                                    ":soon", millis(now.plus(EARLY))))
                            .returnValues(ReturnValue.ALL_NEW)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Claim(owner, events(updated.attributes()));
        } catch (ConditionalCheckFailedException refused) {
            var until = Item.read(refused.item()).instantOrNull("leaseUntil");
            return until != null && until.isAfter(now) ? new Claiming.Held() : new Claiming.Nothing();
        }
    }

    private static Set<EventId> events(Map<String, AttributeValue> attributes) {
        var events = attributes.get("events");
        return events == null
                ? Set.of()
                : events.ss().stream().map(EventId::parse).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean settle(MailKey key, Claim claim) {
        try {
            var taken = claim.events().stream().map(EventId::toString).toList();
            var updated = table.client()
                    .updateItem(request -> request.tableName(table.name())
                            .key(key(key))
                            .updateExpression("REMOVE leaseUntil, #owner DELETE events :events")
                            .conditionExpression("#owner = :owner")
                            .expressionAttributeNames(Map.of("#owner", "owner"))
                            .expressionAttributeValues(Map.of(
                                    ":owner", AttributeValue.fromS(claim.owner()),
                                    ":events",
                                            AttributeValue.builder().ss(taken).build()))
                            .returnValues(ReturnValue.ALL_NEW));
            if (!events(updated.attributes()).isEmpty()) {
                return true;
            }
            table.client()
                    .deleteItem(request -> request.tableName(table.name())
                            .key(key(key))
                            .conditionExpression("attribute_not_exists(events)"));
        } catch (ConditionalCheckFailedException lost) {
            // The lease ran out and another worker has the window now, or an event has just come in: both are theirs.
        }
        return false;
    }

    @Override
    public void release(MailKey key, Claim claim, Instant due) {
        try {
            table.client()
                    .updateItem(request -> request.tableName(table.name())
                            .key(key(key))
                            .updateExpression("SET due = :due, #ttl = :ttl REMOVE leaseUntil, #owner")
                            .conditionExpression("#owner = :owner")
                            .expressionAttributeNames(Map.of("#owner", "owner", "#ttl", "ttl"))
                            .expressionAttributeValues(Map.of(
                                    ":owner", AttributeValue.fromS(claim.owner()),
                                    ":due", millis(due),
                                    ":ttl", endOfLife(due))));
        } catch (ConditionalCheckFailedException lost) {
            // The lease ran out and another worker has the window now.
        }
    }

    private static AttributeValue endOfLife(Instant due) {
        return AttributeValue.fromN(Long.toString(due.plus(LIFE).getEpochSecond()));
    }

    private static Map<String, AttributeValue> key(MailKey key) {
        return Keys.mailWindow(key.workspace(), key.user(), key.conversation()).attributes();
    }

    private static AttributeValue millis(Instant instant) {
        return AttributeValue.fromN(Long.toString(instant.toEpochMilli()));
    }
}
