package dev.tagalong.domain.fanout;

import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailQueue;
import dev.tagalong.domain.mail.MailWindows;
import dev.tagalong.domain.notification.InboxRows;
import dev.tagalong.domain.notification.Notification;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Carries an activity to everybody who shall hear of it: verdicts, inbox rows, frames, mail. Every step may be repeated:
 * verdicts stand as first kept, rows are put if absent, mail windows are sets, and an activity that was carried out to
 * the end is not carried out again. A crash between posting a frame and finishing may post it again with the same id.
 */
public final class FanOut {
    private final FactFinder finder;
    private final Verdicts verdicts;
    private final InboxRows rows;
    private final Broadcast broadcast;
    private final MailWindows windows;
    private final MailQueue mail;
    private final InstantSource clock;

    public FanOut(
            FactFinder finder,
            Verdicts verdicts,
            InboxRows rows,
            Broadcast broadcast,
            MailWindows windows,
            MailQueue mail,
            InstantSource clock) {
        this.finder = finder;
        this.verdicts = verdicts;
        this.rows = rows;
        this.broadcast = broadcast;
        this.windows = windows;
        this.mail = mail;
        this.clock = clock;
    }

    /** Carries one activity out. Throws if the infrastructure fails; the same call may then be made again. */
    public void carryOut(Activity activity) {
        var workspace = activity.workspace();
        if (verdicts.find(workspace, activity.id())
                .filter(Verdicts.Kept::finished)
                .isPresent()) {
            return;
        }
        finder.find(activity, clock.instant()).ifPresent(facts -> {
            var plan = Plan.of(facts);
            var kept = verdicts.keep(workspace, activity.id(), plan.verdicts());
            var told = kept.verdicts().stream().filter(Verdict::notified).toList();
            var stored = InParallel.map(told, verdict -> row(facts, verdict));
            broadcast.send(facts, plan.audience(), told, stored);
            scheduleMail(facts, told);
        });
        verdicts.finish(workspace, activity.id());
    }

    private Notification row(Facts facts, Verdict verdict) {
        var activity = facts.activity();
        var reason = verdict.reason();
        if (reason == null) {
            throw new IllegalStateException("a verdict to notify has a reason");
        }
        var row = new Notification(
                activity.id(),
                verdict.user(),
                activity.conversation(),
                verdict.kind(),
                reason,
                activity.actor(),
                activity.message(),
                activity.createdAt(),
                clock.instant(),
                null,
                null);
        rows.putIfAbsent(activity.workspace(), row);
        return row;
    }

    private void scheduleMail(Facts facts, List<Verdict> told) {
        var activity = facts.activity();
        var mailed = told.stream().filter(verdict -> verdict.channels().email()).toList();
        InParallel.map(mailed, verdict -> {
            var key = new MailKey(activity.workspace(), verdict.user(), activity.conversation());
            var now = clock.instant();
            var due = windows.add(key, activity.id(), now.plus(quietWindow(facts, verdict)));
            var delay = Duration.between(now, due);
            mail.schedule(key, delay.isNegative() ? Duration.ZERO : delay);
            return key;
        });
    }

    private static Duration quietWindow(Facts facts, Verdict verdict) {
        var user = facts.users().get(verdict.user());
        var own = user == null ? null : user.settings().quietWindow();
        return own == null ? facts.settings().quietWindow() : own;
    }
}
