package dev.tagalong.domain.notification;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.util.List;
import java.util.function.UnaryOperator;

/** What somebody wants to hear of: read and changed by nobody but themselves. */
public final class Preferences {
    private final Records records;
    private final Ledger ledger;

    public Preferences(Records records, Ledger ledger) {
        this.records = records;
        this.ledger = ledger;
    }

    /** The caller's settings. */
    public Outcome<NotificationSettings> get(Caller caller) {
        return user(caller).map(User::settings);
    }

    /** Changes the caller's settings and gives them as they are then. */
    public Outcome<NotificationSettings> change(Caller caller, UnaryOperator<NotificationSettings> change) {
        return Attempts.until(() -> Attempts.then(user(caller), user -> {
            var changed = change.apply(user.settings());
            var commit = ledger.commit(caller.workspace(), List.of(new Write.SaveUserSettings(user, changed)));
            return Attempts.of(commit, () -> Outcome.done(changed));
        }));
    }

    private Outcome<User> user(Caller caller) {
        return Gate.caller(caller, records.read(Lookup.in(caller.workspace()).user(caller.user())));
    }
}
