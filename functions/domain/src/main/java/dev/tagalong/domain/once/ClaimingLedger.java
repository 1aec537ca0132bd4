package dev.tagalong.domain.once;

import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Write;
import java.util.ArrayList;
import java.util.List;

/** Puts the claim of a course into its first commit, before all else: of two names that are taken the first is told. */
final class ClaimingLedger implements Ledger {
    private final Ledger ledger;

    ClaimingLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Commit commit(WorkspaceId workspace, List<Write> writes) {
        var course = Course.current().orElse(null);
        if (course == null) {
            return ledger.commit(workspace, writes);
        }
        if (course.isDone()) {
            return new Commit.Committed();
        }
        return course.claim()
                .map(claim -> commit(workspace, writes, course, claim))
                .orElseGet(() -> ledger.commit(workspace, writes));
    }

    private Commit commit(WorkspaceId workspace, List<Write> writes, Course course, Claim claim) {
        var all = new ArrayList<Write>();
        all.add(new Write.MakeClaim(claim));
        all.addAll(writes);
        var commit = ledger.commit(workspace, all);
        if (commit instanceof Commit.Taken taken && taken.field().equals(Write.MakeClaim.FIELD)) {
            throw new Course.Overtaken();
        }
        if (commit instanceof Commit.Committed) {
            course.committed();
        } else {
            course.forget();
        }
        return commit;
    }

    @Override
    public int next(WorkspaceId workspace, Counter counter, int step) {
        return Course.current()
                .map(course ->
                        Integer.parseInt(course.draw(() -> Integer.toString(ledger.next(workspace, counter, step)))))
                .orElseGet(() -> ledger.next(workspace, counter, step));
    }
}
