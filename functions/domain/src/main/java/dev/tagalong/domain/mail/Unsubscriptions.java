package dev.tagalong.domain.mail;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Scope;
import dev.tagalong.domain.follow.Followers;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.Mutes;
import dev.tagalong.domain.store.Lookup;
import dev.tagalong.domain.store.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Unsubscribing by the link of a mail. The token in it is all that is asked for, as RFC 8058 wants it, and it does no more
 * than end that recipient's notices of that one conversation; repeating it changes nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058, one-click unsubscribing</a>
 */
public final class Unsubscriptions {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Records records;
    private final MailTokens tokens;
    private final Followers followers;
    private final Mutes mutes;

    public Unsubscriptions(Records records, MailTokens tokens, Followers followers, Mutes mutes) {
        this.records = records;
        this.tokens = tokens;
        this.followers = followers;
        this.mutes = mutes;
    }

    /** What the link would do; NotFound if it is none, or its conversation or its recipient is gone. Changes nothing. */
    public Outcome<Unsubscription> look(String token) {
        return find(token).map(Found::shown);
    }

    /**
     * Does it. Whoever may not do it any more, having lost access or been deactivated, hears nothing anyway, so that is
     * done, too.
     */
    public Outcome<Unsubscription> unsubscribe(String token, Instant now) {
        return find(token).then(found -> switch (end(found, now)) {
            case Outcome.Done<?> done -> Outcome.done(found.shown());
            case Outcome.Refused<?> refused ->
                refused.refusal() instanceof Refusal.Busy busy ? Outcome.refused(busy) : Outcome.done(found.shown());
        });
    }

    private Outcome<?> end(Found found, Instant now) {
        var key = found.token().key();
        var caller = new Caller(key.workspace(), key.user(), Set.of(Scope.CONVERSATIONS_READ), now.plus(A_MINUTE));
        return switch (found.token().way()) {
            case UNFOLLOW -> followers.unfollow(caller, key.conversation(), now);
            case MUTE ->
                found.isMuted(now.plus(Mutes.LONGEST.dividedBy(2)))
                        ? Outcome.done(Optional.empty())
                        : mutes.mute(caller, key.conversation(), now.plus(Mutes.LONGEST), now);
        };
    }

    private Outcome<Found> find(String token) {
        return TokenName.ofLink(token)
                .flatMap(name -> tokens.find(name.workspace(), name.secret()))
                .flatMap(this::read)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new Refusal.NotFound("link")));
    }

    private Optional<Found> read(MailToken token) {
        var key = token.key();
        var snapshot = records.read(Lookup.in(key.workspace())
                .conversation(key.conversation())
                .user(key.user())
                .membership(key.conversation(), key.user()));
        var membership = snapshot.membership(key.conversation(), key.user()).orElse(null);
        return snapshot.user(key.user())
                .flatMap(user -> snapshot.conversation(key.conversation()))
                .map(conversation ->
                        new Found(token, new Unsubscription(conversation.reference(), token.way()), membership));
    }

    private record Found(
            MailToken token, Unsubscription shown, @Nullable Membership membership) {
        boolean isMuted(Instant at) {
            return membership != null && membership.isMuted(at);
        }
    }

    /**
     * What a link does.
     *
     * @param reference the number of its conversation
     */
    public record Unsubscription(int reference, Unsubscribing way) {}
}
