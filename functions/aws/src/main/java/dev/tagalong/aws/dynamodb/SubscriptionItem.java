package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.SubscriptionChange;
import dev.tagalong.domain.subscription.ThreadCategory;
import dev.tagalong.domain.subscription.ThreadEvent;
import dev.tagalong.domain.subscription.ThreadKey;
import dev.tagalong.domain.subscription.ThreadType;
import dev.tagalong.domain.subscription.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A thread subscription, which stands with its thread and once more with its user, so that whoever erases the user finds
 * it; how many a thread has; and the entry of the log for each change.
 */
final class SubscriptionItem {
    private static final String LAST = "lastChange";
    private static final String COUNT = "subscribers";

    private SubscriptionItem() {}

    /** All that a change does to the table. */
    static List<Step> steps(String table, WorkspaceId workspace, SubscriptionChange change) {
        var steps = new ArrayList<Step>();
        var either = change.either();
        steps.add(here(table, workspace, change));
        var after = change.after();
        steps.add(
                after == null
                        ? Step.deleteAny(table, Keys.subscribed(workspace, either.user(), either.thread()))
                        : Step.replace(
                                table,
                                write(
                                        Item.of(Keys.subscribed(workspace, after.user(), after.thread()), "subscribed"),
                                        after)));
        steps.add(Step.create(table, logged(workspace, change), new Commit.Stale()));
        if (change.delta() != 0) {
            steps.add(count(table, workspace, either.thread(), change.delta()));
        }
        return steps;
    }

    /** The subscription in its place with the thread, under the condition that it is as it was read. */
    private static Step here(String table, WorkspaceId workspace, SubscriptionChange change) {
        var before = change.before();
        var after = change.after();
        if (after == null) {
            return Step.delete(table, key(workspace, change.either()), LAST + " = :last", last(before));
        }
        var item = write(Item.of(key(workspace, after), "subscription"), after);
        return before == null
                ? Step.create(table, item, new Commit.Stale())
                : Step.put(table, item, LAST + " = :last", last(before), new Commit.Stale());
    }

    private static Map<String, AttributeValue> last(@Nullable Subscription before) {
        return before == null
                ? Map.of()
                : Map.of(":last", AttributeValue.fromS(before.lastChange().toString()));
    }

    private static Step count(String table, WorkspaceId workspace, ThreadKey thread, int delta) {
        var counting = new Expressions().add(COUNT, delta);
        if (delta > 0) {
            counting.absentOrLess(COUNT, Subscription.MOST);
        } else {
            counting.exists();
        }
        return Step.update(
                table,
                Keys.thread(workspace, thread),
                counting,
                stored -> delta > 0 ? new Commit.LimitReached(Subscription.MOST) : new Commit.Stale());
    }

    private static Keys.Key key(WorkspaceId workspace, Subscription subscription) {
        return Keys.subscriber(workspace, subscription.thread(), subscription.user());
    }

    private static Map<String, AttributeValue> write(Item item, Subscription subscription) {
        return thread(item, subscription)
                .putAll("topics", words(subscription.topics()))
                .put(LAST, subscription.lastChange().toString())
                .attributes();
    }

    private static Item thread(Item item, Subscription subscription) {
        return item.put("department", subscription.thread().department().toString())
                .put("customer", subscription.thread().customer().value())
                .put("user", subscription.user().value());
    }

    private static Map<String, AttributeValue> logged(WorkspaceId workspace, SubscriptionChange change) {
        var either = change.either();
        var item = Item.of(Keys.subscriptionChange(workspace, either.thread(), change.id()), "subscription change");
        return thread(item, either)
                .put("actor", change.actor().value())
                .putAll("added", words(change.added()))
                .putAll("revoked", words(change.revoked()))
                .put("createdAt", change.id().time())
                .attributes();
    }

    static Subscription read(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        return new Subscription(
                new ThreadKey(
                        new DepartmentId(UUID.fromString(item.text("department"))), new UserId(item.count("customer"))),
                new UserId(item.count("user")),
                item.texts("topics").stream().map(SubscriptionItem::topic).collect(Collectors.toUnmodifiableSet()),
                EventId.parse(item.text(LAST)));
    }

    private static List<String> words(Collection<Topic> topics) {
        return topics.stream()
                .map(topic -> String.join(
                        "/", Item.word(topic.type()), Item.word(topic.category()), Item.word(topic.event())))
                .sorted()
                .toList();
    }

    private static Topic topic(String words) {
        var parts = words.split("/", -1);
        return new Topic(
                Item.constant(ThreadType.class, parts[0]),
                Item.constant(ThreadCategory.class, parts[1]),
                Item.constant(ThreadEvent.class, parts[2]));
    }
}
