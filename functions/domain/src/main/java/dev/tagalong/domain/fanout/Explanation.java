package dev.tagalong.domain.fanout;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.notification.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody was, or was not, told of an event.
 *
 * @param reason the strongest reason for telling them; null if there was none
 * @param rule the rule that settled it
 * @param recalculated false if this was decided when the event was fanned out; true if nothing is kept of that, and this is
 *     what would be decided now
 */
public record Explanation(@Nullable Reason reason, Rule rule, boolean recalculated) {
    public boolean notified() {
        return rule == Rule.NOTIFIED;
    }

    /** Whoever had no reason to be told has no verdict. */
    static Explanation of(List<Verdict> verdicts, UserId user, boolean recalculated) {
        return verdicts.stream()
                .filter(verdict -> verdict.user().equals(user))
                .findFirst()
                .map(verdict -> new Explanation(verdict.reason(), verdict.rule(), recalculated))
                .orElseGet(() -> new Explanation(null, Rule.NO_REASON, recalculated));
    }
}
