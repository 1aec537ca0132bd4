package dev.tagalong.handlers.crud;

import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.Channel;
import dev.tagalong.domain.conversation.ConversationEdit;
import dev.tagalong.domain.conversation.ListFilter;
import dev.tagalong.domain.conversation.NewConversation;
import dev.tagalong.domain.conversation.Origin;
import dev.tagalong.domain.conversation.Priority;
import dev.tagalong.domain.conversation.Source;
import dev.tagalong.domain.conversation.State;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.handlers.conversation.EditRequest;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.http.Query;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what clients of this facade ask for. Filters may name several values, separated by commas. */
record CrudRequests(WorkspaceId workspace, UserNames names) {
    private static final String ASSIGNED = "assignedTo";

    ListFilter filter(Query query) {
        return new ListFilter(
                users(query, ASSIGNED),
                query.words("status", Status.class),
                query.words("priority", Priority.class),
                Set.of(),
                query.numbers("inboxId").stream().map(InboxId::new).collect(Collectors.toUnmodifiableSet()),
                Set.of(),
                users(query, "customerId"),
                Set.of(),
                query.flag("following"));
    }

    private Set<UserId> users(Query query, String name) {
        return query.users(name).stream()
                .map(user -> names.find(workspace, user))
                .collect(Collectors.toUnmodifiableSet());
    }

    NewConversation draft(Fields body) {
        var subject = body.text("subject", 500);
        var customer = body.optionalUser("customerId").orElseThrow(() -> body.refuse("customerId", "is required"));
        var channel = body.optionalWord("channel", Channel.class).orElse(Channel.EMAIL);
        var priority = body.optionalWord("priority", Priority.class).orElse(Priority.MEDIUM);
        var inbox = body.optionalNumber("inboxId", 1, Integer.MAX_VALUE)
                .map(InboxId::new)
                .orElse(null);
        var origin = new Origin(names.find(workspace, customer), channel, Source.API, inbox, null);
        return new NewConversation(
                null, null, null, new State(subject, Status.OPEN, priority, new TreeSet<>()), origin);
    }

    ConversationEdit edit(Fields body) {
        var edit = EditRequest.state(body);
        if (!body.has(ASSIGNED)) {
            return edit;
        }
        return edit.withUser(body.optionalUser(ASSIGNED)
                .map(user -> names.find(workspace, user))
                .orElse(null));
    }
}
