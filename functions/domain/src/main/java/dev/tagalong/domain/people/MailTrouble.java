package dev.tagalong.domain.people;

/** Why no mail goes to somebody's address any more, until an admin gives them another one. */
public enum MailTrouble {
    /** Its server refuses mail to it for good. */
    BOUNCED,
    /** Whoever reads there called our mail spam. */
    COMPLAINED
}
