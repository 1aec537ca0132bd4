package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.Uuids;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.conversation.ConversationIndex;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import java.util.Optional;

/** Finds conversations and users by the names that TalkJS clients have for them. */
public final class Seats {
    private final ConversationIndex conversations;
    private final Directory people;
    private final Records records;

    public Seats(ConversationIndex conversations, Directory people, Records records) {
        this.conversations = conversations;
        this.people = people;
        this.records = records;
    }

    /**
     * The conversation with that external id; if there is none and the name is a uuid, the one that has or would have that
     * uuid. A caller who is nobody is refused before being told that there is none.
     */
    Outcome<ConversationId> conversation(Caller caller, String name) {
        return conversations
                .byExternalId(caller.workspace(), name)
                .or(() -> Uuids.read(name).map(ConversationId::new))
                .map(Outcome::done)
                .orElseGet(() -> nowhere(caller));
    }

    private Outcome<ConversationId> nowhere(Caller caller) {
        var snapshot = records.read(Lookup.in(caller.workspace()).user(caller.user()));
        return Gate.caller(caller, snapshot).then(actor -> Outcome.refused(new Refusal.NotFound("conversation")));
    }

    /** The user with that external id, or else with that uuid. */
    Optional<UserId> user(WorkspaceId workspace, String name) {
        return people.byExternalId(workspace, name)
                .or(() -> Uuids.read(name).flatMap(uuid -> people.byUuid(workspace, uuid)));
    }
}
