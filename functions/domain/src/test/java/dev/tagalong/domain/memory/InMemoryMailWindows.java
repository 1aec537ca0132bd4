package dev.tagalong.domain.memory;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mail windows with leases. */
final class InMemoryMailWindows implements MailWindows {
    /** How early a queue may be. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private final InMemoryStore store;
    private final Map<MailKey, Window> windows = new HashMap<>();
    private int claims;

    InMemoryMailWindows(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Instant add(MailKey key, EventId event, Instant dueIfOpened) {
        return store.in(key.workspace(), tables -> {
            var window = windows.computeIfAbsent(key, absent -> new Window(dueIfOpened));
            window.events.add(event);
            if (window.due == null) {
                window.due = dueIfOpened;
            }
            return window.due;
        });
    }

    @Override
    public Claiming claim(MailKey key, Instant now, Duration lease) {
        return store.in(key.workspace(), tables -> {
            var window = windows.get(key);
            if (window == null || window.events.isEmpty()) {
                return new Claiming.Nothing();
            }
            var until = window.heldUntil;
            if (until != null && now.isBefore(until)) {
                return new Claiming.Held();
            }
            if (window.due != null && now.plus(EARLY).isBefore(window.due)) {
                return new Claiming.Nothing();
            }
            window.heldUntil = now.plus(lease);
            window.due = null;
            claims++;
            window.owner = "claim-" + claims;
            return new Claim(window.owner, window.events);
        });
    }

    @Override
    public boolean settle(MailKey key, Claim claim) {
        return store.in(key.workspace(), tables -> {
            var window = windows.get(key);
            if (window == null || !claim.owner().equals(window.owner)) {
                return false;
            }
            window.events.removeAll(claim.events());
            window.heldUntil = null;
            window.owner = null;
            if (window.events.isEmpty()) {
                windows.remove(key);
                return false;
            }
            return true;
        });
    }

    @Override
    public void release(MailKey key, Claim claim, Instant due) {
        store.in(key.workspace(), tables -> {
            var window = windows.get(key);
            if (window == null || !claim.owner().equals(window.owner)) {
                return false;
            }
            window.heldUntil = null;
            window.owner = null;
            window.due = due;
            return true;
        });
    }

    /** Takes a window away with whatever is in it. */
    void forget(MailKey key) {
        store.in(key.workspace(), tables -> windows.remove(key) != null);
    }

    /** Takes every window of a user away. */
    void forgetAll(WorkspaceId workspace, UserId user) {
        store.in(
                workspace,
                tables -> windows.keySet()
                        .removeIf(key ->
                                key.workspace().equals(workspace) && key.user().equals(user)));
    }

    private static final class Window {
        private @Nullable Instant due;
        private final Set<EventId> events = new HashSet<>();
        private @Nullable Instant heldUntil;
        private @Nullable String owner;

        Window(Instant due) {
            this.due = due;
        }
    }
}
