package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * One try at carrying an activity out: knows what an earlier one left to do, and gathers what this one leaves, so that
 * what fails keeps nothing else from being done and nothing is done twice. Thread-safe.
 */
final class Attempt {
    private final @Nullable Left before;
    private final Set<ConnectionId> frames = ConcurrentHashMap.newKeySet();
    private final Set<UserId> rows = ConcurrentHashMap.newKeySet();
    private final Set<ConnectionId> notices = ConcurrentHashMap.newKeySet();
    private final Set<UserId> mails = ConcurrentHashMap.newKeySet();
    private final Queue<RuntimeException> causes = new ConcurrentLinkedQueue<>();

    /** A try after one that left this; the first one if there was none. */
    Attempt(@Nullable Left before) {
        this.before = before;
    }

    boolean owesFrame(Connection socket) {
        return before == null || before.frames().contains(socket.id());
    }

    boolean owesRow(UserId user) {
        return before == null || before.rows().contains(user);
    }

    boolean owesNotice(Connection socket) {
        return owesRow(socket.user()) || (before != null && before.notices().contains(socket.id()));
    }

    boolean owesMail(UserId user) {
        return before == null || before.mails().contains(user);
    }

    /** Whether anything beside frames for the audience is owed. */
    boolean owesTelling() {
        return before == null
                || !before.rows().isEmpty()
                || !before.notices().isEmpty()
                || !before.mails().isEmpty();
    }

    /** Does something; if it fails, remembers why and does this instead. */
    void attempt(Runnable step, Runnable otherwise) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            failed(failed);
            otherwise.run();
        }
    }

    private void failed(RuntimeException cause) {
        causes.add(cause);
    }

    void leaveFrame(ConnectionId socket) {
        frames.add(socket);
    }

    /** Without a row there is no notification and no mail. */
    void leaveRow(Verdict verdict, RuntimeException cause) {
        failed(cause);
        leaveRow(verdict);
    }

    void leaveRow(Verdict verdict) {
        rows.add(verdict.user());
        if (verdict.channels().email()) {
            mails.add(verdict.user());
        }
    }

    void leaveNotice(ConnectionId socket) {
        notices.add(socket);
    }

    void leaveMail(UserId user) {
        mails.add(user);
    }

    /** Leaves what was owed to a user and these sockets of theirs, all of it at the first try. */
    void leaveAgain(Verdict verdict, List<Connection> sockets) {
        if (owesRow(verdict.user())) {
            leaveRow(verdict);
            return;
        }
        if (verdict.channels().email() && owesMail(verdict.user())) {
            leaveMail(verdict.user());
        }
        sockets.stream().filter(this::owesNotice).map(Connection::id).forEach(this::leaveNotice);
    }

    /** Leaves all that was left before; at the first try all that the plan wants told. */
    void leaveTelling(Plan plan) {
        if (before == null) {
            plan.verdicts().stream().filter(Verdict::notified).forEach(this::leaveRow);
        } else {
            rows.addAll(before.rows());
            notices.addAll(before.notices());
            mails.addAll(before.mails());
        }
    }

    Left left() {
        return new Left(frames, rows, notices, mails);
    }

    /** Throws if something failed, with the first cause. */
    void orThrow() {
        var first = causes.peek();
        if (first != null) {
            var left = left();
            throw new IllegalStateException(
                    "left undone: %d frames, %d rows, %d notifications, %d mails; %s"
                            .formatted(
                                    left.frames().size(),
                                    left.rows().size(),
                                    left.notices().size(),
                                    left.mails().size(),
                                    first),
                    first);
        }
    }
}
