package dev.tagalong.domain.conversation;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.UserId;
import java.util.Collections;
import java.util.Set;

/**
 * Which conversations a list shall hold. Within one set any member matches, several sets must all match, and an empty
 * set lets everything through.
 *
 * @param following only those that the caller follows
 */
public record ListFilter(
        Set<UserId> assignees,
        Set<Status> statuses,
        Set<Priority> priorities,
        Set<Channel> channels,
        Set<InboxId> inboxes,
        Set<DepartmentId> departments,
        Set<UserId> customers,
        Set<String> tags,
        boolean following) {
    /** Lets everything through. */
    public static final ListFilter ALL =
            new ListFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

    public ListFilter {
        assignees = Set.copyOf(assignees);
        statuses = Set.copyOf(statuses);
        priorities = Set.copyOf(priorities);
        channels = Set.copyOf(channels);
        inboxes = Set.copyOf(inboxes);
        departments = Set.copyOf(departments);
        customers = Set.copyOf(customers);
        tags = Set.copyOf(tags);
    }

    /** Whether a conversation matches everything but following. */
    public boolean matches(Listing listing) {
        var assignee = listing.assignment().user();
        var inbox = listing.inbox();
        var department = listing.department();
        return (assignees.isEmpty() || (assignee != null && assignees.contains(assignee)))
                && (inboxes.isEmpty() || (inbox != null && inboxes.contains(inbox)))
                && (departments.isEmpty() || (department != null && departments.contains(department)))
                && in(statuses, listing.status())
                && in(priorities, listing.priority())
                && in(channels, listing.channel())
                && in(customers, listing.customer())
                && (tags.isEmpty() || !Collections.disjoint(tags, listing.tags()));
    }

    private static <T> boolean in(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
