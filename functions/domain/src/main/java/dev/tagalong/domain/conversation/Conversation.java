package dev.tagalong.domain.conversation;

import dev.tagalong.domain.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a customer, also called a ticket.
 *
 * @param reference the number people say, from a counter of the workspace; gaps are allowed
 * @param externalId what a TalkJS client calls it; null if never given
 * @param lastActivityAt when it or its thread last changed; lists are ordered by it
 * @param participantCount followers, parked ones too, that have not ended
 * @param messages grows with the thread
 * @param version grows by one with every change of state or assignment
 */
public record Conversation(
        ConversationId id,
        int reference,
        @Nullable String externalId,
        State state,
        Assignment assignment,
        Origin origin,
        Instant createdAt,
        Instant lastActivityAt,
        int participantCount,
        MessageCount messages,
        long version) {

    /** The same with another assignment, one version later. */
    public Conversation withAssignment(Assignment other, Instant now) {
        return with(state, other, now);
    }

    /** The same with another state and assignment, one version later. */
    public Conversation with(State other, Assignment another, Instant now) {
        return new Conversation(
                id,
                reference,
                externalId,
                other,
                another,
                origin,
                createdAt,
                now,
                participantCount,
                messages,
                version + 1);
    }
}
