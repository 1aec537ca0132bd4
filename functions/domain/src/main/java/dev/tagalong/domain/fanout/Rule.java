package dev.tagalong.domain.fanout;

/** The rules that settle whether somebody is told of an event, in the order in which they are asked. */
public enum Rule {
    /** The workspace has notifications switched off. */
    WORKSPACE_OFF,
    /** They may not see it now, or are no longer active. */
    NO_ACCESS,
    /** It was their own act. */
    OWN_ACT,
    /** They muted the conversation. */
    MUTED,
    /** Their membership wants less than this. */
    MEMBERSHIP_SILENT,
    /** No reason to tell them. */
    NO_REASON,
    /** They are told. */
    NOTIFIED
}
