package dev.tagalong.domain.store;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.DepartmentId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.message.MessageKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What one batched read asks for, all of one workspace. The workspace's settings always come with it.
 *
 * @param conversations which conversations
 * @param users which users
 * @param memberships which memberships
 * @param departments which departments
 * @param messages which messages
 */
public record Lookup(
        WorkspaceId workspace,
        Set<ConversationId> conversations,
        Set<UserId> users,
        Set<MembershipKey> memberships,
        Set<DepartmentId> departments,
        Set<MessageKey> messages) {
    public Lookup {
        conversations = Set.copyOf(conversations);
        users = Set.copyOf(users);
        memberships = Set.copyOf(memberships);
        departments = Set.copyOf(departments);
        messages = Set.copyOf(messages);
    }

    /** A lookup that asks for the settings only. */
    public static Lookup in(WorkspaceId workspace) {
        return new Lookup(workspace, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** The same, and this conversation too. */
    public Lookup conversation(ConversationId id) {
        return new Lookup(workspace, plus(conversations, id), users, memberships, departments, messages);
    }

    /** The same, and this user too. */
    public Lookup user(UserId id) {
        return new Lookup(workspace, conversations, plus(users, id), memberships, departments, messages);
    }

    /** The same, and these conversations too. */
    public Lookup conversations(Collection<ConversationId> ids) {
        return new Lookup(workspace, union(conversations, ids), users, memberships, departments, messages);
    }

    /** The same, and these users too. */
    public Lookup users(Collection<UserId> ids) {
        return new Lookup(workspace, conversations, union(users, ids), memberships, departments, messages);
    }

    /** The same, and the memberships of this user in these conversations too. */
    public Lookup memberships(Collection<ConversationId> in, UserId user) {
        return memberships(in.stream().map(id -> new MembershipKey(id, user)).toList());
    }

    /** The same, and these memberships too. */
    public Lookup memberships(Collection<MembershipKey> keys) {
        return new Lookup(workspace, conversations, users, union(memberships, keys), departments, messages);
    }

    /** The same, and this membership too. */
    public Lookup membership(ConversationId conversation, UserId user) {
        return new Lookup(
                workspace,
                conversations,
                users,
                plus(memberships, new MembershipKey(conversation, user)),
                departments,
                messages);
    }

    /** The same, and these departments too. */
    public Lookup departments(Collection<DepartmentId> ids) {
        return new Lookup(workspace, conversations, users, memberships, union(departments, ids), messages);
    }

    /** The same, and these messages too. */
    public Lookup messages(Collection<MessageKey> keys) {
        return new Lookup(workspace, conversations, users, memberships, departments, union(messages, keys));
    }

    private static <T> Set<T> plus(Set<T> set, T one) {
        return union(set, Set.of(one));
    }

    private static <T> Set<T> union(Set<T> set, Collection<T> others) {
        var all = new HashSet<>(set);
        all.addAll(others);
        return all;
    }
}
