package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailQueue;
import dev.tagalong.domain.mail.MailWindows;
import java.time.Duration;
import java.time.InstantSource;

/** Calls for mail: puts an event into its window and calls for the mail when that window is due. */
public final class MailSchedule {
    private final MailWindows windows;
    private final MailQueue queue;
    private final InstantSource clock;

    public MailSchedule(MailWindows windows, MailQueue queue, InstantSource clock) {
        this.windows = windows;
        this.queue = queue;
        this.clock = clock;
    }

    /** Calls for mail to this user about the activity; its row must stand. */
    void schedule(Facts facts, UserId user) {
        var activity = facts.activity();
        var key = new MailKey(activity.workspace(), user, activity.conversation());
        var now = clock.instant();
        var due = windows.add(key, activity.id(), now.plus(quietWindow(facts, user)));
        var delay = Duration.between(now, due);
        queue.schedule(key, delay.isNegative() ? Duration.ZERO : delay);
    }

    private static Duration quietWindow(Facts facts, UserId id) {
        var user = facts.users().get(id);
        var own = user == null ? null : user.settings().quietWindow();
        return own == null ? facts.settings().quietWindow() : own;
    }
}
