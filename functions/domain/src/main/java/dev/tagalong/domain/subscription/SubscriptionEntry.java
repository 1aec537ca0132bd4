package dev.tagalong.domain.subscription;

import dev.tagalong.domain.people.UserType;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of a request to change subscriptions. */
public sealed interface SubscriptionEntry {
    /** Where in the request it stands, as its sender would name it. */
    String place();

    /** An entry that means nothing, or something else than where it was sent to. Nothing comes of it but the fault. */
    record Unreadable(String place, Fault.Code code, String problem) implements SubscriptionEntry {}

    /**
     * An entry that can be read.
     *
     * @param type what the user is said to be
     * @param added what they shall hear of, too; empty if nothing was said
     * @param revoked what they shall hear of no more; empty if nothing was said
     * @param events what shall come of it: instead of everything if nothing was added or revoked, else for comparison;
     *     null if nothing was said
     */
    record Wish(
            String place,
            UUID user,
            UserType type,
            Set<Topic> added,
            Set<Topic> revoked,
            @Nullable Set<Topic> events) implements SubscriptionEntry {
        public Wish {
            added = Set.copyOf(added);
            revoked = Set.copyOf(revoked);
            events = events == null ? null : Set.copyOf(events);
        }

        private boolean replaces() {
            return added.isEmpty() && revoked.isEmpty();
        }

        /** What comes of what was there. */
        Set<Topic> outcome(Set<Topic> before) {
            if (replaces()) {
                return events == null ? before : events;
            }
            var after = new HashSet<>(before);
            after.addAll(added);
            after.removeAll(revoked);
            return after;
        }

        /** Whether events was given for comparison and is something else than what comes of it. */
        boolean contradicts(Set<Topic> outcome) {
            return !replaces() && events != null && !events.equals(outcome);
        }

        /** Everything that it names. */
        Set<Topic> named() {
            var all = new HashSet<>(added);
            all.addAll(revoked);
            all.addAll(events == null ? Set.of() : events);
            return all;
        }
    }
}
