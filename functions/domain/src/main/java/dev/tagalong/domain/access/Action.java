package dev.tagalong.domain.access;

/** What somebody may want to do with a conversation. */
public enum Action {
    READ(Scope.CONVERSATIONS_READ),
    READ_LOG(Scope.CONVERSATIONS_READ),
    FOLLOW(Scope.CONVERSATIONS_READ),
    UNFOLLOW(Scope.CONVERSATIONS_READ),
    /** Silence one's own notices. */
    MUTE(Scope.CONVERSATIONS_READ),
    /** Make somebody a follower who sees the conversation already. */
    ADD_FOLLOWER_WHO_SEES(Scope.CONVERSATIONS_READ),
    /** Make somebody a follower whom that lets see it. */
    ADD_FOLLOWER(Scope.CONVERSATIONS_READ),
    REMOVE_FOLLOWER(Scope.CONVERSATIONS_READ),
    /** Change somebody else's access or notices. */
    CHANGE_FOLLOWER(Scope.CONVERSATIONS_READ),
    POST_NOTE(Scope.CONVERSATIONS_WRITE),
    /** Post as a contact, for oneself. */
    POST_INCOMING(Scope.CONVERSATIONS_WRITE),
    /** Post in the customer's name. */
    POST_AS_CUSTOMER(Scope.CONVERSATIONS_WRITE),
    /** Answer the customer. */
    REPLY(Scope.CONVERSATIONS_WRITE),
    /** Take a conversation that is assigned to nobody. */
    TAKE(Scope.CONVERSATIONS_WRITE),
    /** Change fields, status, tags or assignment. */
    EDIT(Scope.CONVERSATIONS_WRITE),
    DELETE(Scope.CONVERSATIONS_WRITE);

    private final Scope scope;

    Action(Scope scope) {
        this.scope = scope;
    }

    /** The scope that a limited token or key must have. */
    public Scope scope() {
        return scope;
    }
}
