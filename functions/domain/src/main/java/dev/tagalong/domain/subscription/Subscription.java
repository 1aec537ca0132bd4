package dev.tagalong.domain.subscription;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import java.util.Set;

/**
 * What one user hears of in a thread.
 *
 * @param topics at least one; who wants none has no subscription
 * @param lastChange the change that made it what it is, on which every write is conditional
 */
public record Subscription(ThreadKey thread, UserId user, Set<Topic> topics, EventId lastChange) {
    /** How many subscribers a thread may have. */
    public static final int MOST = 100;

    public Subscription {
        topics = Set.copyOf(topics);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("a subscription is to something");
        }
    }

    /** Whether they hear of such an event, of either type. */
    public boolean hears(ThreadCategory category, ThreadEvent event) {
        return topics.stream().anyMatch(topic -> topic.category() == category && topic.event() == event);
    }
}
