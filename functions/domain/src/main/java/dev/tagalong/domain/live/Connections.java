package dev.tagalong.domain.live;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which sockets are open and what they look at. Expired ones are never returned. Thread-safe. */
public interface Connections {
    /** Most sockets that one user may have; opening a further one closes the oldest. */
    int MOST_PER_USER = 20;

    /** Most conversations that may be left for one turn. */
    int MOST_LEFT = 20;

    /**
     * How long a socket may take from being noted to being open. Meanwhile API Gateway answers 410 to a post, as if it were
     * gone; 29 seconds is the longest that $connect may run.
     *
     * @see <a href="https://repost.aws/knowledge-center/410-gone-api-gateway">410 GoneException</a>
     */
    Duration OPENING = Duration.ofSeconds(30);

    /**
     * Notes a new socket; gives the oldest ones of its user that are too many with it and must be closed. One that stays open
     * is given again by the next call.
     */
    List<ConnectionId> open(WorkspaceId workspace, Connection connection);

    /** Forgets a socket; gives what it looked at. Does nothing if it is not known. */
    Optional<ConversationId> close(WorkspaceId workspace, UserId user, ConnectionId connection);

    /**
     * Forgets a socket that a post found gone; gives what it looked at. Leaves one that may be opening still: it was noted
     * less than OPENING ago and looks at nothing.
     */
    Optional<ConversationId> lose(WorkspaceId workspace, UserId user, ConnectionId connection);

    /** The sockets of these users, with one call to the store for up to 100 users, consistent. */
    List<Connection> of(WorkspaceId workspace, Set<UserId> users);

    /**
     * Makes the socket look at a conversation, and at no other. Gives the conversations that somebody more or less looks at
     * now; nothing if the socket is not known.
     */
    Optional<Set<ConversationId>> view(WorkspaceId workspace, Connection connection, ConversationId conversation);

    /** Makes the socket look at nothing; gives what it looked at. */
    Optional<ConversationId> endView(WorkspaceId workspace, UserId user, ConnectionId connection);

    /**
     * Forgets that the socket looks at this conversation, whether the socket is known or not: what was cut off in between
     * may have left a viewer that closing no longer finds.
     */
    void forgetViewer(WorkspaceId workspace, ConversationId conversation, ConnectionId connection);

    /** The sockets that look at a conversation, consistent. */
    List<Connection> viewers(WorkspaceId workspace, ConversationId conversation);

    /**
     * Takes the socket's turn to be heard by those who look at the same conversation, and says when its next one is. Gives
     * what was left for this turn; nothing if it is not its turn yet or the socket is not known.
     */
    Optional<Set<ConversationId>> takeTurn(WorkspaceId workspace, Connection socket, Instant next);

    /**
     * Leaves conversations for the socket's next turn, a few at most. Gives when that is to the first who leaves something:
     * they are the one to wait for it.
     */
    Optional<Instant> leaveForTurn(WorkspaceId workspace, Connection socket, Set<ConversationId> conversations);
}
