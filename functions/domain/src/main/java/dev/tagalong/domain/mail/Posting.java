package dev.tagalong.domain.mail;

import dev.tagalong.domain.Ids;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.message.Messages;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.util.ArrayList;
import java.util.List;

/** Posts messages that come of mail, each in one transaction with the mark that its mail is a message now. */
public record Posting(Records records, Ledger ledger, MessageLog log, Ids ids) {
    /** What posts the message of that mail, and refuses it with a conflict if it is one already. */
    Messages of(Write.TakeMailId taken) {
        return new Messages(records, new Marking(ledger, taken), log, ids);
    }

    private record Marking(Ledger ledger, Write.TakeMailId taken) implements Ledger {
        @Override
        public Commit commit(WorkspaceId workspace, List<Write> writes) {
            var all = new ArrayList<>(writes);
            all.add(taken);
            return ledger.commit(workspace, all);
        }

        @Override
        public int next(WorkspaceId workspace, Counter counter, int step) {
            return ledger.next(workspace, counter, step);
        }
    }
}
