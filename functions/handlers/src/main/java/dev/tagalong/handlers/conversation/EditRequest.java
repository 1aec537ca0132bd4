package dev.tagalong.handlers.conversation;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.ConversationEdit;
import dev.tagalong.domain.conversation.Priority;
import dev.tagalong.domain.conversation.Status;
import dev.tagalong.handlers.http.Fields;
import java.util.List;

/** Reads the body by which a conversation is changed; null unassigns, and is wrong for everything else. */
public final class EditRequest {
    private static final int MOST = Integer.MAX_VALUE;
    private static final List<String> NEVER_NULL = List.of("subject", "status", "priority", "tags");

    private EditRequest() {}

    static ConversationEdit read(Fields body) {
        var edit = state(body);
        if (body.has("assigned_user_id")) {
            edit = edit.withUser(body.optionalNumber("assigned_user_id", 1, MOST)
                    .map(UserId::new)
                    .orElse(null));
        }
        if (body.has("assigned_team_id")) {
            edit = edit.withTeam(body.optionalNumber("assigned_team_id", 1, MOST)
                    .map(TeamId::new)
                    .orElse(null));
        }
        return edit;
    }

    /** What every client of conversations names alike: subject, status, priority and tags. */
    public static ConversationEdit state(Fields body) {
        for (var name : NEVER_NULL) {
            if (body.has(name) && !body.isGiven(name)) {
                throw body.refuse(name, "must not be null");
            }
        }
        return ConversationEdit.NOTHING
                .withSubject(body.optionalText("subject", 500).orElse(null))
                .withStatus(body.optionalWord("status", Status.class).orElse(null))
                .withPriority(body.optionalWord("priority", Priority.class).orElse(null))
                .withTags(body.isGiven("tags") ? CreateRequest.tags(body) : null);
    }
}
