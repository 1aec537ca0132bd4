package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.Ids;
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
import dev.tagalong.domain.memory.Stores;
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
import java.time.InstantSource;

/** Every port over a table. */
record DynamoStores(Table table, InstantSource clock, Ids ids) implements Stores {
    @Override
    public Records records() {
        return new DynamoRecords(table);
    }

    @Override
    public Ledger ledger() {
        return new DynamoLedger(table, clock, ids);
    }

    @Override
    public Claims claims() {
        return new DynamoClaims(table, clock);
    }

    @Override
    public ParticipantAddresses addresses() {
        return new DynamoParticipantAddresses(table);
    }

    @Override
    public Subscriptions subscriptions() {
        return new DynamoSubscriptions(table);
    }

    @Override
    public ApiKeys apiKeys() {
        return new DynamoApiKeys(table);
    }

    @Override
    public Participants participants() {
        return new DynamoParticipants(table);
    }

    @Override
    public ConversationIndex index() {
        return new DynamoConversationIndex(table);
    }

    @Override
    public MessageLog messages() {
        return new DynamoMessageLog(table);
    }

    @Override
    public ActivityLog activityLog() {
        return new DynamoActivityLog(table, complaint -> {});
    }

    @Override
    public InboxRows rows() {
        return new DynamoInboxRows(table, clock);
    }

    @Override
    public Directory directory() {
        return new DynamoDirectory(table);
    }

    @Override
    public Roster roster() {
        return new DynamoRoster(table);
    }

    @Override
    public SocketTickets tickets() {
        return new DynamoSocketTickets(table, clock);
    }

    @Override
    public Connections connections() {
        return new DynamoConnections(table, clock);
    }

    @Override
    public Progress progress() {
        return new DynamoProgress(table, clock);
    }

    @Override
    public Verdicts verdicts() {
        return new DynamoVerdicts(table, clock);
    }

    @Override
    public MailWindows windows() {
        return new DynamoMailWindows(table, ids);
    }

    @Override
    public MailTokens mailTokens() {
        return new DynamoMailTokens(table);
    }

    @Override
    public Estate estate() {
        return new DynamoEstate(table);
    }

    @Override
    public Remains remains() {
        return new DynamoRemains(table);
    }

    @Override
    public void strayViewer(WorkspaceId workspace, Connection socket, ConversationId conversation) {
        connections().open(workspace, socket);
        connections().view(workspace, socket, conversation);
        table.client()
                .deleteItem(request -> request.tableName(table.name())
                        .key(Keys.connections(workspace, socket.user()).attributes()));
    }
}
