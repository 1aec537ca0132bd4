package dev.tagalong.domain.live;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which sockets are open and what they look at. Expired ones are never returned. Thread-safe. */
public interface Connections {
    /** Most sockets that one user may have; opening a further one closes the oldest. */
    int MOST_PER_USER = 20;

    /** Notes a new socket; gives the socket that had to make room for it, if one had to. */
    Optional<ConnectionId> open(WorkspaceId workspace, Connection connection);

    /** Forgets a socket and what it looks at; does nothing if it is not known. */
    void close(WorkspaceId workspace, UserId user, ConnectionId connection);

    /** The sockets of these users, with one call to the store for up to 100 users, consistent. */
    List<Connection> of(WorkspaceId workspace, Set<UserId> users);

    /** Makes the socket look at a conversation, and at no other; false if the socket is not known. */
    boolean view(WorkspaceId workspace, Connection connection, ConversationId conversation);

    /** Makes the socket look at nothing. */
    void endView(WorkspaceId workspace, UserId user, ConnectionId connection);

    /** The sockets that look at a conversation, consistent. */
    List<Connection> viewers(WorkspaceId workspace, ConversationId conversation);
}
