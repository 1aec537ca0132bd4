package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Channel;
import dev.tagalong.domain.conversation.ListFilter;
import dev.tagalong.domain.conversation.Priority;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.handlers.http.Query;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the filters of a list: a comma within one means or, several mean and. */
final class ListRequest {
    private ListRequest() {}

    static ListFilter read(Query query, boolean following) {
        return new ListFilter(
                users(query, "assignee"),
                query.words("status", Status.class),
                query.words("priority", Priority.class),
                query.words("channel", Channel.class),
                query.numbers("inbox").stream().map(InboxId::new).collect(Collectors.toUnmodifiableSet()),
                query.uuids("department").stream().map(DepartmentId::new).collect(Collectors.toUnmodifiableSet()),
                users(query, "customer"),
                Set.copyOf(query.texts("tags")),
                following || query.flag("following"));
    }

    private static Set<UserId> users(Query query, String name) {
        return query.numbers(name).stream().map(UserId::new).collect(Collectors.toUnmodifiableSet());
    }
}
