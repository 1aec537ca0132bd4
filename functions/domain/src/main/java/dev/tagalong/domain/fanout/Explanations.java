package dev.tagalong.domain.fanout;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.access.Reach;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityLog;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Records;
import java.time.Instant;

/**
 * Says which rule told somebody of an event, or kept them from being told. What the fan-out decided is kept for 90 days;
 * before it has run, and after that, the same plan is made again from how things are now.
 */
public final class Explanations {
    private final Records records;
    private final ActivityLog log;
    private final Verdicts verdicts;
    private final FactFinder finder;

    public Explanations(Records records, ActivityLog log, Verdicts verdicts, FactFinder finder) {
        this.records = records;
        this.log = log;
        this.verdicts = verdicts;
        this.finder = finder;
    }

    /**
     * Explains an event, an entry of the log, to whoever reads that log: about themselves, and about any agent to whoever
     * edits the conversation. A message has the id of the entry that records it.
     */
    public Outcome<Explanation> explain(
            Caller caller, ConversationId conversation, UserId about, EventId event, Instant now) {
        var snapshot = records.read(Gate.lookup(caller, conversation).user(about));
        return Gate.enter(caller, snapshot, conversation, Action.READ_LOG)
                .then(entry -> mayAsk(entry, about))
                .then(entry -> find(caller, conversation, event))
                .then(activity -> explain(activity, about, now));
    }

    private static Outcome<Entry> mayAsk(Entry entry, UserId about) {
        boolean own = entry.actor().id().equals(about);
        if (!own && entry.reach() != Reach.EDIT) {
            return Outcome.refused(new Refusal.Forbidden("you may only ask about yourself"));
        }
        return entry.snapshot().user(about).filter(User::isAgent).isPresent()
                ? Outcome.done(entry)
                : Outcome.refused(new Refusal.NotFound("user"));
    }

    private Outcome<Activity> find(Caller caller, ConversationId conversation, EventId event) {
        return log.find(caller.workspace(), conversation, event)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new Refusal.NotFound("event")));
    }

    private Outcome<Explanation> explain(Activity activity, UserId about, Instant now) {
        var kept = verdicts.find(activity.workspace(), activity.id());
        if (kept.isPresent()) {
            return Outcome.done(Explanation.of(kept.get(), about, false));
        }
        return finder.find(activity, now)
                .map(facts -> Outcome.done(Explanation.of(Plan.of(facts).verdicts(), about, true)))
                .orElseGet(() -> Outcome.refused(new Refusal.NotFound("conversation")));
    }
}
