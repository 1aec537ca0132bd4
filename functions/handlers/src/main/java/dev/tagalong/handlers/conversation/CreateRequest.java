package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.InboxId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Channel;
import dev.tagalong.domain.conversation.NewConversation;
import dev.tagalong.domain.conversation.Origin;
import dev.tagalong.domain.conversation.Priority;
import dev.tagalong.domain.conversation.Source;
import dev.tagalong.domain.conversation.State;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.handlers.http.Fields;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the body by which a conversation is made. */
final class CreateRequest {
    private static final int MOST = Integer.MAX_VALUE;

    private CreateRequest() {}

    static NewConversation read(Fields body) {
        var subject = body.text("subject", 500);
        var customer = new UserId(body.number("customer_id", 1, MOST));
        var origin = new Origin(
                customer,
                body.optionalWord("channel", Channel.class).orElse(Channel.EMAIL),
                Source.API,
                body.optionalNumber("inbox_id", 1, MOST).map(InboxId::new).orElse(null),
                body.optionalUuid("department_uuid").map(DepartmentId::new).orElse(null));
        var priority = body.optionalWord("priority", Priority.class).orElse(Priority.MEDIUM);
        return new NewConversation(
                body.optionalUuid("uuid").map(ConversationId::new).orElse(null),
                body.optionalNumber("reference_number", 1, MOST).orElse(null),
                body.optionalExternalId("external_id").orElse(null),
                new State(subject, Status.OPEN, priority, tags(body)),
                origin);
    }

    /** Tags as a filter can name them: it parts them by commas and strips them. */
    static SortedSet<String> tags(Fields body) {
        var tags = new TreeSet<>(body.texts("tags", 50, 100));
        if (tags.stream().anyMatch(tag -> tag.contains(",") || !tag.equals(tag.strip()))) {
            throw body.refuse("tags", "must hold no commas, and no spaces around a tag");
        }
        return tags;
    }
}
