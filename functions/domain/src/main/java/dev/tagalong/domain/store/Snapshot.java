package dev.tagalong.domain.store;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import java.util.Map;
import java.util.Optional;

/** What a batched read found. What is not there does not exist. */
public record Snapshot(
        WorkspaceSettings settings,
        Map<ConversationId, Conversation> conversations,
        Map<UserId, User> users,
        Map<MembershipKey, Membership> memberships,
        Map<DepartmentId, Department> departments,
        Map<EventId, Message> messages) {
    public Snapshot {
        conversations = Map.copyOf(conversations);
        users = Map.copyOf(users);
        memberships = Map.copyOf(memberships);
        departments = Map.copyOf(departments);
        messages = Map.copyOf(messages);
    }

    public Optional<Conversation> conversation(ConversationId id) {
        return Optional.ofNullable(conversations.get(id));
    }

    public Optional<User> user(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    public Optional<Department> department(DepartmentId id) {
        return Optional.ofNullable(departments.get(id));
    }

    public Optional<Membership> membership(ConversationId conversation, UserId user) {
        return Optional.ofNullable(memberships.get(new MembershipKey(conversation, user)));
    }
}
