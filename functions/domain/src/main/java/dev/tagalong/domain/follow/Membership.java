package dev.tagalong.domain.follow;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What ties a user to a conversation. It exists for everybody who follows, for who ended with access None, and for who
 * muted without following.
 *
 * @param follows whether this user follows, parked or not, or did until access became NONE
 * @param notices which notices of the conversation they want
 * @param parked set aside while the user is the assignee; counts for the limit, is not listed
 * @param addedBy who made them a follower; themselves if they did
 * @param since when they last joined
 * @param end how the conversation was when access became NONE; null otherwise
 * @param mutedUntil until when nothing of this conversation is notified; null if not muted
 * @param lastActivity the activity that last changed this, or an id of its own where the change was a mute, which no log
 *     shows; every write is conditional on it, so the log of one pair alternates
 */
public record Membership(
        MembershipKey key,
        boolean follows,
        boolean parked,
        FollowAccess access,
        Notify notices,
        UserId addedBy,
        Instant since,
        @Nullable Ending end,
        @Nullable Instant mutedUntil,
        EventId lastActivity) {

    /** Somebody who joins, and is not the assignee. */
    public static Membership joined(MembershipKey key, Terms terms, UserId addedBy, Instant since, EventId activity) {
        return new Membership(key, true, false, terms.access(), terms.notices(), addedBy, since, null, null, activity);
    }

    /** Somebody who follows nothing and wants to hear nothing. */
    static Membership muted(MembershipKey key, Instant until, Instant since, EventId event) {
        var terms = Terms.DEFAULT;
        return new Membership(
                key, false, false, terms.access(), terms.notices(), key.user(), since, null, until, event);
    }

    /** Whether it counts for the participant limit. */
    public boolean counts() {
        return follows && access != FollowAccess.NONE;
    }

    /** Whether this user is shown among the participants. */
    public boolean isListed() {
        return counts() && !parked;
    }

    /** Whether notices of the conversation are silenced at that time. */
    public boolean isMuted(Instant at) {
        return mutedUntil != null && at.isBefore(mutedUntil);
    }

    /** What they are a participant on. */
    public Terms terms() {
        return new Terms(access, notices);
    }

    /** The same, set aside or taken up again. */
    public Membership withParked(boolean aside, EventId activity) {
        return new Membership(key, follows, aside, access, notices, addedBy, since, end, mutedUntil, activity);
    }

    /** The same, silenced until then, or no longer if null. */
    Membership withMute(@Nullable Instant until, EventId event) {
        return new Membership(key, follows, parked, access, notices, addedBy, since, end, until, event);
    }

    /** The same on other terms. */
    Membership withTerms(Terms terms, EventId activity) {
        return new Membership(
                key, follows, parked, terms.access(), terms.notices(), addedBy, since, end, mutedUntil, activity);
    }

    /** The same, following as somebody who joins anew does; a mute that was set stays. */
    Membership rejoined(Terms terms, UserId by, Instant at, EventId activity) {
        return new Membership(key, true, false, terms.access(), terms.notices(), by, at, null, mutedUntil, activity);
    }

    /** The same, ended, while what was said until now stays readable. */
    Membership ended(Notify wanted, Ending ending) {
        return new Membership(
                key, follows, false, FollowAccess.NONE, wanted, addedBy, since, ending, mutedUntil, ending.by());
    }

    /** The same, following no longer; only a mute that was set stays. */
    public Membership left(EventId activity) {
        return new Membership(
                key, false, false, FollowAccess.READ_WRITE, Notify.ALL, addedBy, since, null, mutedUntil, activity);
    }
}
