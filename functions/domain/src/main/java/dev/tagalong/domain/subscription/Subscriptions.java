package dev.tagalong.domain.subscription;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Finds subscriptions, consistently. Thread-safe. */
public interface Subscriptions {
    /** Every subscription to a thread, in order of the users' numbers. */
    List<Subscription> of(WorkspaceId workspace, ThreadKey thread);

    /** The subscription of one user to a thread. */
    Optional<Subscription> find(WorkspaceId workspace, ThreadKey thread, UserId user);
}
