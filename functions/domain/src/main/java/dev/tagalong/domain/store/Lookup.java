package dev.tagalong.domain.store;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.follow.MembershipKey;
import java.util.HashSet;
import java.util.Set;

/**
 * What one batched read asks for, all of one workspace. The workspace's settings always come with it.
 *
 * @param conversations which conversations
 * @param users which users
 * @param memberships which memberships
 */
public record Lookup(
        WorkspaceId workspace, Set<ConversationId> conversations, Set<UserId> users, Set<MembershipKey> memberships) {
    public Lookup {
        conversations = Set.copyOf(conversations);
        users = Set.copyOf(users);
        memberships = Set.copyOf(memberships);
    }

    /** A lookup that asks for the settings only. */
    public static Lookup in(WorkspaceId workspace) {
        return new Lookup(workspace, Set.of(), Set.of(), Set.of());
    }

    /** The same, and this conversation too. */
    public Lookup conversation(ConversationId id) {
        return new Lookup(workspace, plus(conversations, id), users, memberships);
    }

    /** The same, and this user too. */
    public Lookup user(UserId id) {
        return new Lookup(workspace, conversations, plus(users, id), memberships);
    }

    /** The same, and these users too. */
    public Lookup users(Set<UserId> ids) {
        var all = new HashSet<>(users);
        all.addAll(ids);
        return new Lookup(workspace, conversations, all, memberships);
    }

    /** The same, and this membership too. */
    public Lookup membership(ConversationId conversation, UserId user) {
        return new Lookup(workspace, conversations, users, plus(memberships, new MembershipKey(conversation, user)));
    }

    private static <T> Set<T> plus(Set<T> set, T one) {
        var all = new HashSet<>(set);
        all.add(one);
        return all;
    }
}
