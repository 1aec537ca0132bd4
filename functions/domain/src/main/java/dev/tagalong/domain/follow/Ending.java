package dev.tagalong.domain.follow;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.conversation.State;
import java.time.Instant;

/**
 * How a conversation was when somebody's access became None: what they are shown of it from then on.
 *
 * @param by the activity that ended it; what came until then stays readable
 * @param participantCount without whose membership ended
 */
public record Ending(EventId by, State state, Assignment assignment, Instant lastActivityAt, int participantCount) {
    static Ending of(EventId by, Conversation was) {
        return new Ending(by, was.state(), was.assignment(), was.lastActivityAt(), was.participantCount() - 1);
    }

    /** The conversation as it was then, in all that may have changed since. */
    public Conversation of(Conversation now) {
        return new Conversation(
                now.id(),
                now.reference(),
                now.externalId(),
                state,
                assignment,
                now.origin(),
                now.createdAt(),
                lastActivityAt,
                participantCount,
                now.messages(),
                now.version());
    }
}
