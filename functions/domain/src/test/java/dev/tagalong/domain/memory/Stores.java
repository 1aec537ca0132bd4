package dev.tagalong.domain.memory;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.access.SocketTickets;
import dev.tagalong.domain.activity.ActivityLog;
import dev.tagalong.domain.conversation.ConversationIndex;
import dev.tagalong.domain.fanout.Progress;
import dev.tagalong.domain.fanout.Verdicts;
import dev.tagalong.domain.follow.ParticipantAddresses;
import dev.tagalong.domain.follow.Participants;
import dev.tagalong.domain.key.ApiKeys;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.mail.MailTokens;
import dev.tagalong.domain.mail.MailWindows;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.notification.InboxRows;
import dev.tagalong.domain.once.Claims;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.Roster;
import dev.tagalong.domain.purge.Estate;
import dev.tagalong.domain.purge.Remains;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.subscription.Subscriptions;

/** Every port of one store, so that a contract can be held against any. */
public interface Stores {
    Records records();

    Ledger ledger();

    Claims claims();

    ParticipantAddresses addresses();

    Subscriptions subscriptions();

    ApiKeys apiKeys();

    Participants participants();

    ConversationIndex index();

    MessageLog messages();

    ActivityLog activityLog();

    InboxRows rows();

    Directory directory();

    Roster roster();

    SocketTickets tickets();

    Connections connections();

    Progress progress();

    Verdicts verdicts();

    MailWindows windows();

    MailTokens mailTokens();

    Estate estate();

    Remains remains();

    /** Leaves a viewer whose socket is not known, as a kill between two calls does. */
    void strayViewer(WorkspaceId workspace, Connection socket, ConversationId conversation);
}
