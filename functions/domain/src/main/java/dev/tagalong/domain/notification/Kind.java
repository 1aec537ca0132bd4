package dev.tagalong.domain.notification;

/** What a notification tells of. */
public enum Kind {
    /** Somebody else made you a follower. */
    ADDED,
    /** A reply on a ticket, by whomever. */
    REPLY,
    /** An internal note on a ticket. */
    NOTE,
    /** A message names you. */
    MENTION,
    /** A ticket was assigned to you. */
    ASSIGNED,
    /** Status or assignment changed; heard only by thread subscribers. */
    UPDATE
}
