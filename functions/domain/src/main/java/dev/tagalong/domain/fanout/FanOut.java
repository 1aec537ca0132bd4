package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.notification.InboxRows;
import dev.tagalong.domain.notification.Notification;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/**
 * Carries an activity to everybody who shall hear of it: the frame to the audience, and at the same time to each recipient
 * the inbox row, then its notification frame, then mail. What fails keeps nothing else from being done; what is left is
 * noted, and only that is done when the activity comes again, so that nobody gets a frame twice because another one's row
 * was refused. Every step may be repeated all the same: verdicts stand as first kept, rows are put if absent, mail windows
 * are sets. A crash before the note may post frames again, with the same ids.
 */
public final class FanOut {
    private final FactFinder finder;
    private final Verdicts verdicts;
    private final Progress progress;
    private final InboxRows rows;
    private final Broadcast broadcast;
    private final MailSchedule mail;
    private final InstantSource clock;

    public FanOut(
            FactFinder finder,
            Verdicts verdicts,
            Progress progress,
            InboxRows rows,
            Broadcast broadcast,
            MailSchedule mail,
            InstantSource clock) {
        this.finder = finder;
        this.verdicts = verdicts;
        this.progress = progress;
        this.rows = rows;
        this.broadcast = broadcast;
        this.mail = mail;
        this.clock = clock;
    }

    /** Carries one activity out. Throws if anything could not be done; the same call may then be made again. */
    public void carryOut(Activity activity) {
        try (var together = new Together()) {
            var facts = together.start(() -> finder.find(activity, clock.instant()));
            var before = progress.of(activity.workspace(), activity.id());
            if (before.filter(Left::isNothing).isPresent()) {
                return;
            }
            var attempt = new Attempt(before.orElse(null));
            facts.get().ifPresent(found -> carryOut(found, attempt));
            progress.mark(activity.workspace(), activity.id(), attempt.left());
            attempt.orThrow();
        }
    }

    private void carryOut(Facts facts, Attempt attempt) {
        var plan = Plan.of(facts);
        InParallel.run(() -> broadcast.frame(facts, plan.audience(), attempt), () -> tell(facts, plan, attempt));
    }

    private void tell(Facts facts, Plan plan, Attempt attempt) {
        if (!attempt.owesTelling()) {
            return;
        }
        attempt.attempt(
                () -> {
                    var kept = verdicts.keep(
                            facts.activity().workspace(), facts.activity().id(), plan.verdicts());
                    InParallel.each(chunks(told(facts, kept)), chunk -> tell(facts, chunk, attempt));
                },
                () -> attempt.leaveTelling(plan));
    }

    /** Whom to tell. Verdicts may be of an earlier try: who has lost access or has left since then hears nothing. */
    private static List<Verdict> told(Facts facts, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict::notified)
                .filter(verdict -> facts.sees(verdict.user()) && facts.holds(verdict.user(), verdict.cause()))
                .toList();
    }

    private static List<List<Verdict>> chunks(List<Verdict> told) {
        return told.stream()
                .gather(Gatherers.windowFixed(InboxRows.MOST_AT_ONCE))
                .toList();
    }

    private void tell(Facts facts, List<Verdict> chunk, Attempt attempt) {
        var owed = chunk.stream()
                .filter(verdict -> attempt.owesRow(verdict.user()))
                .toList();
        attempt.attempt(
                () -> {
                    var missing = put(facts, owed);
                    var sockets = broadcast.socketsNow(facts.activity().workspace(), toasted(chunk));
                    InParallel.each(chunk, verdict -> {
                        var cause = missing.get(verdict.user());
                        if (cause == null) {
                            follow(facts, verdict, sockets.getOrDefault(verdict.user(), List.of()), attempt);
                        } else {
                            attempt.leaveRow(verdict, cause);
                        }
                    });
                },
                () -> chunk.forEach(verdict -> attempt.leaveAgain(verdict, facts.socketsOf(verdict.user()))));
    }

    private Map<UserId, RuntimeException> put(Facts facts, List<Verdict> owed) {
        var missing = owed.stream().map(verdict -> row(facts, verdict)).toList();
        return missing.isEmpty() ? Map.of() : rows.putIfAbsent(facts.activity().workspace(), missing);
    }

    private static Set<UserId> toasted(List<Verdict> chunk) {
        return chunk.stream()
                .filter(verdict -> verdict.channels().toast())
                .map(Verdict::user)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What follows a row that stands. */
    private void follow(Facts facts, Verdict verdict, List<Connection> sockets, Attempt attempt) {
        if (verdict.channels().toast()) {
            broadcast.notice(facts, row(facts, verdict), sockets, attempt);
        }
        if (verdict.channels().email() && attempt.owesMail(verdict.user())) {
            attempt.attempt(() -> mail.schedule(facts, verdict.user()), () -> attempt.leaveMail(verdict.user()));
        }
    }

    private Notification row(Facts facts, Verdict verdict) {
        var activity = facts.activity();
        return new Notification(
                activity.id(),
                verdict.user(),
                activity.conversation(),
                verdict.kind(),
                verdict.cause(),
                activity.actor(),
                activity.message(),
                activity.createdAt(),
                clock.instant(),
                null,
                null);
    }
}
