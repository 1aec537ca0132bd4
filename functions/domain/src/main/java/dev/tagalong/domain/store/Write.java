package dev.tagalong.domain.store;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.access.SocketPass;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.key.KeyDigest;
import dev.tagalong.domain.key.KeyGrant;
import dev.tagalong.domain.key.KeyRing;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.notification.NotificationSettings;
import dev.tagalong.domain.once.Claim;
import dev.tagalong.domain.people.Department;
import dev.tagalong.domain.people.Inbox;
import dev.tagalong.domain.people.MailTrouble;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.TeamName;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.people.WorkspaceSettings;
import dev.tagalong.domain.subscription.SubscriptionChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One write of a transaction, with the condition under which it holds. */
public sealed interface Write {

    /** A write of people and of what they belong to. */
    sealed interface OfPeople extends Write {}

    /** The workspace itself; Taken names workspace if it exists. */
    record CreateWorkspace(WorkspaceSettings settings) implements Write {}

    /** The workspace's settings; stale unless the stored ones are before. */
    record SaveSettings(WorkspaceSettings before, WorkspaceSettings after) implements Write {}

    /** A new user, whose id, uuid, external id and email must all be free. Taken names the field: id, uuid, external_id or email. */
    record CreateUser(User user) implements OfPeople {}

    /**
     * Another person, external id, role or activity of a user; stale unless the stored ones are before's. Leaves teams and
     * settings alone. Taken names the field: external_id or email.
     *
     * @param before as it was read
     */
    record UpdateUser(User before, User after) implements OfPeople {}

    /**
     * A user who is no more: a tombstone takes the place of their profile, and address, uuid and external id are free. Stale
     * unless what is stored is before's.
     *
     * @param before as it was read
     */
    record EraseUser(User before, UserId by, Instant at) implements OfPeople {}

    /** Stale unless that user is there with this role and as active as this. */
    record ExpectUser(UserId user, @Nullable Role role, boolean active) implements OfPeople {}

    /** The notification settings of a user; stale unless the stored ones are before's. */
    record SaveUserSettings(User before, NotificationSettings after) implements OfPeople {}

    /** What is known against a user's address; stale unless that is still before's. */
    record SaveMailTrouble(User before, MailTrouble trouble) implements OfPeople {}

    /** A team that must not exist yet, without members. */
    record CreateTeam(TeamName team) implements OfPeople {}

    /** Another name of a team; stale unless the stored one is before's. */
    record RenameTeam(TeamName before, String name) implements OfPeople {}

    /** A team that is no more; stale unless the stored name is before's. */
    record DisbandTeam(TeamName before, UserId by, Instant at) implements OfPeople {}

    /** Stale unless the team is there. */
    record ExpectTeam(TeamId team) implements OfPeople {}

    /** A user who comes into a team; stale if the user is gone or in it already. */
    record JoinTeam(TeamId team, UserId user) implements OfPeople {}

    /** A user who goes out of a team; stale if the user is gone or not in it. */
    record LeaveTeam(TeamId team, UserId user) implements OfPeople {}

    /** An inbox that must not exist yet. */
    record CreateInbox(Inbox inbox) implements OfPeople {}

    /** Another name of an inbox; stale unless the stored one is before's. */
    record RenameInbox(Inbox before, String name) implements OfPeople {}

    /** A department that must not exist yet. */
    record CreateDepartment(Department department) implements OfPeople {}

    /** Another name of a department; stale unless the stored one is before's. */
    record RenameDepartment(Department before, String name) implements OfPeople {}

    /** A new conversation, whose names must all be free. Taken names the field: uuid, external_id or reference_number. */
    record CreateConversation(Conversation conversation) implements Write {}

    /**
     * Changed state or assignment; stale unless the stored version is before's. Leaves the participant count alone.
     *
     * @param before as it was read
     * @param after one version later
     */
    record UpdateConversation(Conversation before, Conversation after) implements Write {}

    /**
     * A conversation that is no more, with its number and its external id; stale unless the stored version is before's.
     * Its uuid stays taken, since the log under it stays.
     *
     * @param before as it was read
     */
    record DeleteConversation(Conversation before) implements Write {}

    /**
     * Participants more or fewer, or as many; stale if the conversation is gone or its assignment is another than expected.
     *
     * @param delta how many more, or fewer if negative; 0 to expect the assignment only
     * @param limit the most participants after it; only looked at when there are to be more
     * @param expected the assignment on which parking was decided
     */
    record CountParticipant(ConversationId conversation, int delta, int limit, Assignment expected) implements Write {}

    /**
     * A membership that was made, changed or deleted, in both its places: with the conversation and with the user. Stale
     * unless what is stored has before's last activity, or is absent where before is null.
     *
     * @param before as it was read; null if there was none
     * @param after as it shall be; null to delete
     */
    record SaveMembership(
            @Nullable Membership before, @Nullable Membership after) implements Write {
        public SaveMembership {
            if (before == null && after == null) {
                throw new IllegalArgumentException("a membership is saved or deleted");
            }
        }
    }

    /** Stale unless the membership is still as it was read: with before's last activity, or absent where it is null. */
    record ExpectMembership(MembershipKey key, @Nullable Membership before) implements Write {}

    /**
     * The address of a participant, in place of an outlived one. Stale unless before is what is stored.
     *
     * @param before as it was read; null if there was none
     */
    record SaveAddress(@Nullable ParticipantAddress before, ParticipantAddress after) implements Write {}

    /** That a mail is a message of that user there; Taken names its field if it is one already. */
    record TakeMailId(ConversationId conversation, UserId user, String mailId) implements Write {
        /** What Taken says. */
        public static final String FIELD = "message_id";
    }

    /**
     * A new message, which its conversation counts and whose time becomes its time of last activity; of two at once either
     * may stand. Its id is new by construction. Stale if the conversation is gone.
     */
    record AddMessage(Message message) implements Write {}

    /** A new entry of the log. */
    record RecordActivity(Activity activity) implements Write {}

    /** A one-time ticket for a socket; the token is stored as a hash. */
    record IssueSocketTicket(String token, SocketPass pass) implements Write {}

    /**
     * A new API key on its user's ring; only its digest is stored. Stale unless the ring is as it was read.
     *
     * @param before the ring without the key
     */
    record IssueKey(KeyRing before, KeyDigest key, KeyGrant grant) implements Write {}

    /**
     * A thread subscription that was made, changed or ended, in both its places, with the entry of the log that says so.
     * Stale unless what is stored is before; LimitReached if it would be one subscriber too many.
     */
    record ChangeSubscription(SubscriptionChange change) implements Write {}

    /** Every API key of a user is no more. Stale unless their ring, which may hold none, is as it was read. */
    record RevokeKeys(KeyRing before) implements Write {}

    /** The claim of the call whose transaction this is; Taken names its field if the name stands for a call already. */
    record MakeClaim(Claim claim) implements Write {
        /** What Taken says. */
        public static final String FIELD = "idempotency_key";
    }
}
