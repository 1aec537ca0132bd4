package dev.tagalong.domain.follow;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Records;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The followers of a conversation as people see them: agents who are active, in the order in which they joined. */
public final class ParticipantList {
    private final Participants participants;
    private final Records records;

    public ParticipantList(Participants participants, Records records) {
        this.participants = participants;
        this.records = records;
    }

    /** The followers now: one query, and one read of names for each hundred. */
    public List<User> of(WorkspaceId workspace, ConversationId conversation) {
        return those(Membership::isListed, workspace, conversation);
    }

    /** Those of them who had joined when that happened. */
    List<User> until(EventId end, WorkspaceId workspace, ConversationId conversation) {
        return those(
                membership -> membership.isListed() && membership.since().isBefore(end.time()),
                workspace,
                conversation);
    }

    private List<User> those(Predicate<Membership> wanted, WorkspaceId workspace, ConversationId conversation) {
        var listed = participants.of(workspace, conversation).stream()
                .filter(wanted)
                .map(membership -> membership.key().user())
                .toList();
        var found = records.users(workspace, listed);
        return listed.stream()
                .flatMap(user -> Stream.ofNullable(found.get(user)))
                .filter(user -> user.isAgent() && user.active())
                .toList();
    }
}
