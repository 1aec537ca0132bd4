package dev.tagalong.handlers.talkjs;

import dev.tagalong.domain.follow.FollowAccess;
import dev.tagalong.domain.follow.Notify;
import dev.tagalong.domain.follow.Terms;
import dev.tagalong.domain.follow.TermsChange;
import dev.tagalong.handlers.http.Fields;
import org.jspecify.annotations.Nullable;

/** Reads what a body says of access and notices. */
final class TermsRequest {
    private TermsRequest() {}

    /** For joining: what is not said is everything on, and nobody joins without access. */
    static Terms join(Fields body) {
        var change = change(body);
        if (change.access() == FollowAccess.NONE) {
            throw body.refuse("access", "must be ReadWrite or Read");
        }
        return new Terms(
                change.access() == null ? Terms.DEFAULT.access() : change.access(),
                change.notices() == null ? Terms.DEFAULT.notices() : change.notices());
    }

    /** For a change: what is not said stays. */
    static TermsChange change(Fields body) {
        return new TermsChange(access(body), notices(body));
    }

    private static @Nullable FollowAccess access(Fields body) {
        return body.any("access")
                .map(word -> switch (String.valueOf(word)) {
                    case "ReadWrite" -> FollowAccess.READ_WRITE;
                    case "Read" -> FollowAccess.READ;
                    case "None" -> FollowAccess.NONE;
                    default -> throw body.refuse("access", "must be ReadWrite, Read or None");
                })
                .orElse(null);
    }

    private static @Nullable Notify notices(Fields body) {
        return body.any("notify")
                .map(value -> {
                    if (value instanceof Boolean all) {
                        return all ? Notify.ALL : Notify.NOTHING;
                    }
                    if (value.equals("MentionsOnly")) {
                        return Notify.MENTIONS_ONLY;
                    }
                    throw body.refuse("notify", "must be true, false or MentionsOnly");
                })
                .orElse(null);
    }
}
