package dev.tagalong.domain.message;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.access.Action;
import dev.tagalong.domain.access.Caller;
import dev.tagalong.domain.access.Entry;
import dev.tagalong.domain.access.Gate;
import dev.tagalong.domain.activity.Activity;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.follow.AutoFollows;
import dev.tagalong.domain.follow.MembershipKey;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Attempts;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Page;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts and reads the messages of a conversation. */
public final class Messages {
    private final Records records;
    private final Ledger ledger;
    private final MessageLog log;
    private final Ids ids;
    private final AutoFollows follows;

    public Messages(Records records, Ledger ledger, MessageLog log, Ids ids) {
        this.records = records;
        this.ledger = ledger;
        this.log = log;
        this.ids = ids;
        this.follows = new AutoFollows(records, ids);
    }

    /**
     * Posts a note, a reply, or a customer's message. The activity that records it has the message's id. What somebody may
     * post because they follow is written only while they do.
     */
    public Outcome<MessageView> post(Caller caller, ConversationId conversation, Draft draft, Instant now) {
        if (draft.isPrivate() && draft.asCustomer()) {
            return Outcome.refused(new Refusal.Invalid("private", "a contact posts no notes"));
        }
        return Attempts.until(() -> {
            var snapshot = records.read(Gate.lookup(caller, conversation).users(draft.mentions()));
            var entered = Gate.caller(caller, snapshot)
                    .then(actor -> Gate.enter(caller, snapshot, conversation, action(actor, draft)));
            return Attempts.then(entered, entry -> post(caller, entry, draft, now));
        });
    }

    private static Action action(User actor, Draft draft) {
        if (draft.isPrivate()) {
            return Action.POST_NOTE;
        }
        if (actor.isContact()) {
            return Action.POST_INCOMING;
        }
        return draft.asCustomer() ? Action.POST_AS_CUSTOMER : Action.REPLY;
    }

    private Optional<Outcome<MessageView>> post(Caller caller, Entry entry, Draft draft, Instant now) {
        for (var mention : draft.mentions()) {
            if (entry.snapshot().user(mention).filter(User::isAgent).isEmpty()) {
                return Optional.of(
                        Outcome.refused(new Refusal.Invalid("mentions", "there is no agent " + mention.value())));
            }
        }
        var message = message(entry, draft, now);
        var activity = new Activity(
                message.id(),
                caller.workspace(),
                message.conversation(),
                ActivityType.MESSAGE_POSTED,
                message.author(),
                null,
                message.id(),
                message.author().equals(caller.user())
                        ? Map.of()
                        : Map.of(
                                Activity.POSTED_BY,
                                Integer.toString(caller.user().value())),
                now);
        var writes = new ArrayList<Write>();
        writes.add(new Write.AddMessage(message));
        writes.add(new Write.RecordActivity(activity));
        writes.add(rightToPost(entry));
        writes.addAll(follows.posted(caller, entry, message, now));
        return Attempts.sparing(ledger.commit(caller.workspace(), writes), () -> Outcome.done(view(caller, message)));
    }

    /** What lets the actor post must still be so: following, or to whom the conversation is assigned. */
    private static Write rightToPost(Entry entry) {
        var conversation = entry.conversation();
        if (entry.isByFollow()) {
            var key = new MembershipKey(conversation.id(), entry.actor().id());
            return new Write.ExpectMembership(key, entry.membership());
        }
        int limit = entry.snapshot().settings().participantLimit();
        return new Write.CountParticipant(conversation.id(), 0, limit, conversation.assignment());
    }

    private Message message(Entry entry, Draft draft, Instant now) {
        var conversation = entry.conversation();
        var incoming = draft.asCustomer() || entry.actor().isContact();
        var author = draft.asCustomer() && entry.actor().isAgent()
                ? conversation.origin().customer()
                : entry.actor().id();
        var type = draft.isPrivate() ? MessageType.NOTE : incoming ? MessageType.INCOMING : MessageType.OUTGOING;
        return new Message(ids.event(), conversation.id(), type, author, draft.content(), draft.mentions(), now);
    }

    private MessageView view(Caller caller, Message message) {
        var found = records.users(caller.workspace(), List.of(message.author()));
        return new MessageView(message, found.get(message.author()));
    }

    /** A page of the thread: page 1 holds the newest, within a page the oldest comes first. Contacts see no notes. */
    public Outcome<Page<MessageView>> page(Caller caller, ConversationId conversation, int page, int size) {
        var snapshot = records.read(Gate.lookup(caller, conversation));
        return Gate.enter(caller, snapshot, conversation, Action.READ).map(entry -> {
            var shown = log.page(caller.workspace(), conversation, audience(entry), page, size);
            var authors = records.users(
                    caller.workspace(),
                    shown.rows().stream().map(Message::author).toList());
            return shown.map(message -> new MessageView(message, authors.get(message.author())));
        });
    }

    private static MessageLog.Audience audience(Entry entry) {
        var messages = entry.conversation().messages();
        boolean notes = entry.actor().isAgent();
        return new MessageLog.Audience(notes, entry.end(), messages.all() - (notes ? 0 : messages.notes()));
    }
}
