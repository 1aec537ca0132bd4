package dev.tagalong.domain.live;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.access.AccessPolicy;
import dev.tagalong.domain.access.Admission;
import dev.tagalong.domain.access.Reach;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import java.util.Optional;
import java.util.Set;

/** What an open socket looks at: one conversation at a time, and only one that its user may read. */
public final class Viewing {
    private final Records records;
    private final Connections connections;

    public Viewing(Records records, Connections connections) {
        this.records = records;
        this.connections = connections;
    }

    /**
     * Makes the socket look at a conversation. Gives the conversations whose viewers changed; nothing if there is none that
     * its user may read.
     */
    public Optional<Set<ConversationId>> begin(
            Admission admission, ConnectionId connection, ConversationId conversation) {
        if (!reads(admission, conversation)) {
            return Optional.empty();
        }
        var socket = new Connection(connection, admission.user(), admission.endsAt());
        return connections.view(admission.workspace(), socket, conversation);
    }

    /** Makes the socket look at nothing; gives what it looked at. */
    public Optional<ConversationId> end(Admission admission, ConnectionId connection) {
        return connections.endView(admission.workspace(), admission.user(), connection);
    }

    /** Whether the socket's user may read the conversation now. */
    public boolean reads(Admission admission, ConversationId conversation) {
        var snapshot = records.read(Lookup.in(admission.workspace())
                .conversation(conversation)
                .user(admission.user())
                .membership(conversation, admission.user()));
        return snapshot.user(admission.user())
                .flatMap(user -> snapshot.conversation(conversation)
                        .map(found -> AccessPolicy.reach(
                                user,
                                found.assignment(),
                                snapshot.membership(conversation, user.id()).orElse(null),
                                snapshot.settings())))
                .filter(reach -> reach.atLeast(Reach.READ))
                .isPresent();
    }
}
