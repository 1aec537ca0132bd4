package dev.tagalong.domain.follow;

import java.time.Instant;

/**
 * The secret part of the address by which a participant writes into a conversation by mail. Whoever knows it writes in
 * their name, so it is shown to nobody else and its text form hides it.
 *
 * @param token 26 of 0-9 and a-v, unguessable
 * @param since when the participant joined for whom it was made; it ends with that membership
 */
public record ParticipantAddress(MembershipKey participant, String token, Instant since) {
    /** Whether it still stands for that membership: somebody who leaves and joins anew gets another one. */
    boolean isOf(Membership membership) {
        return membership.key().equals(participant)
                && membership.counts()
                && membership.since().equals(since);
    }

    @Override
    public String toString() {
        return "ParticipantAddress[participant=" + participant + ", since=" + since + "]";
    }
}
