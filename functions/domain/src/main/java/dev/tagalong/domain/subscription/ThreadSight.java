package dev.tagalong.domain.subscription;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.AccessPolicy;
import dev.tagalong.domain.access.Reach;
import dev.tagalong.domain.conversation.ConversationIndex;
import dev.tagalong.domain.conversation.Listing;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells who sees anything of a thread, for a warning and for nothing else: the conversations come from an index that may
 * lag. Reads only when somebody's role does not settle it. Not thread-safe.
 */
final class ThreadSight {
    private final ConversationIndex index;
    private final WorkspaceId workspace;
    private final ThreadKey thread;
    private final WorkspaceSettings settings;
    private @Nullable List<Listing> found;

    ThreadSight(ConversationIndex index, WorkspaceId workspace, ThreadKey thread, WorkspaceSettings settings) {
        this.index = index;
        this.workspace = workspace;
        this.thread = thread;
        this.settings = settings;
    }

    /** Whether somebody sees one of its conversations, or would see the first one, which begins assigned to nobody. */
    boolean reaches(User user) {
        if (!user.active() || user.hasRole(Role.SUPERVISOR)) {
            return user.active();
        }
        var conversations = conversations();
        return conversations.isEmpty() ? user.isAgent() : byRole(user, conversations) || byFollow(user, conversations);
    }

    private static boolean byRole(User user, List<Listing> conversations) {
        return conversations.stream()
                .anyMatch(each -> AccessPolicy.byRole(user, each.assignment()).atLeast(Reach.READ));
    }

    private boolean byFollow(User user, List<Listing> conversations) {
        var mine = index.memberships(workspace, user.id()).stream()
                .collect(Collectors.toMap(membership -> membership.key().conversation(), Function.identity()));
        return conversations.stream().anyMatch(each -> {
            @Nullable Membership membership = mine.get(each.id());
            return AccessPolicy.reach(user, each.assignment(), membership, settings)
                    .atLeast(Reach.READ);
        });
    }

    private List<Listing> conversations() {
        var known = found;
        if (known == null) {
            known = index.all(workspace).stream()
                    .filter(each -> thread.department().equals(each.department())
                            && thread.customer().equals(each.customer()))
                    .toList();
            found = known;
        }
        return known;
    }
}
