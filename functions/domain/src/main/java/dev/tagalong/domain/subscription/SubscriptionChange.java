package dev.tagalong.domain.subscription;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that was made, changed or ended, and the entry of the log that says so.
 *
 * @param before as it was read; null if there was none
 * @param after as it shall be, with this change as its last; null to end it
 * @param actor who did it
 */
public record SubscriptionChange(
        EventId id,
        UserId actor,
        @Nullable Subscription before,
        @Nullable Subscription after) {
    public SubscriptionChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a subscription is made, changed or ended");
        }
    }

    /** The subscription of either side, for what both have in common. */
    public Subscription either() {
        return Stream.of(before, after).flatMap(Stream::ofNullable).findFirst().orElseThrow();
    }

    /** What is heard of now and was not before. */
    public Set<Topic> added() {
        return less(after, before);
    }

    /** What was heard of before and is not now. */
    public Set<Topic> revoked() {
        return less(before, after);
    }

    /** One subscriber more, one fewer, or as many. */
    public int delta() {
        return (after == null ? 0 : 1) - (before == null ? 0 : 1);
    }

    private static Set<Topic> less(@Nullable Subscription one, @Nullable Subscription other) {
        var topics = new HashSet<Topic>(one == null ? Set.of() : one.topics());
        topics.removeAll(other == null ? Set.of() : other.topics());
        return topics;
    }
}
