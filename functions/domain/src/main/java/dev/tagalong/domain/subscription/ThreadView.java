package dev.tagalong.domain.subscription;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.people.User;
import java.util.List;

/** A thread with its subscribers, as far as the caller may know them. */
public record ThreadView(ThreadName name, UserId customer, List<Subscriber> subscribers) {
    public ThreadView {
        subscribers = List.copyOf(subscribers);
    }

    /** A subscriber and what they hear of. */
    public record Subscriber(User user, Subscription subscription) {}
}
