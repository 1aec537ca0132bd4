package dev.tagalong.handlers.wiring;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.tagalong.aws.AwsClients;
import dev.tagalong.aws.dynamodb.DynamoActivityLog;
import dev.tagalong.aws.dynamodb.DynamoApiKeys;
import dev.tagalong.aws.dynamodb.DynamoClaims;
import dev.tagalong.aws.dynamodb.DynamoConnections;
import dev.tagalong.aws.dynamodb.DynamoConversationIndex;
import dev.tagalong.aws.dynamodb.DynamoDirectory;
import dev.tagalong.aws.dynamodb.DynamoEstate;
import dev.tagalong.aws.dynamodb.DynamoInboxRows;
import dev.tagalong.aws.dynamodb.DynamoLedger;
import dev.tagalong.aws.dynamodb.DynamoMailTokens;
import dev.tagalong.aws.dynamodb.DynamoMailWindows;
import dev.tagalong.aws.dynamodb.DynamoMessageLog;
import dev.tagalong.aws.dynamodb.DynamoParticipantAddresses;
import dev.tagalong.aws.dynamodb.DynamoParticipants;
import dev.tagalong.aws.dynamodb.DynamoProgress;
import dev.tagalong.aws.dynamodb.DynamoRecords;
import dev.tagalong.aws.dynamodb.DynamoRemains;
import dev.tagalong.aws.dynamodb.DynamoRoster;
import dev.tagalong.aws.dynamodb.DynamoSocketTickets;
import dev.tagalong.aws.dynamodb.DynamoSubscriptions;
import dev.tagalong.aws.dynamodb.DynamoVerdicts;
import dev.tagalong.aws.dynamodb.JitteredPause;
import dev.tagalong.aws.dynamodb.Table;
import dev.tagalong.aws.inbound.S3ReceivedMails;
import dev.tagalong.aws.lambda.LambdaFunctions;
import dev.tagalong.aws.s3.S3Archive;
import dev.tagalong.aws.ses.MimeLetters;
import dev.tagalong.aws.ses.SesMailer;
import dev.tagalong.aws.sqs.SqsMailQueue;
import dev.tagalong.aws.sqs.SqsPurgeQueue;
import dev.tagalong.aws.sqs.SqsRetryQueue;
import dev.tagalong.aws.websocket.ApiGatewaySockets;
import dev.tagalong.domain.Ids;
import dev.tagalong.domain.RandomIds;
import dev.tagalong.domain.access.SocketTickets;
import dev.tagalong.domain.activity.ActivityLog;
import dev.tagalong.domain.archive.Archive;
import dev.tagalong.domain.archive.TriggeredFunctions;
import dev.tagalong.domain.conversation.ConversationIndex;
import dev.tagalong.domain.fanout.Progress;
import dev.tagalong.domain.fanout.RetryQueue;
import dev.tagalong.domain.fanout.Verdicts;
import dev.tagalong.domain.follow.ParticipantAddresses;
import dev.tagalong.domain.follow.Participants;
import dev.tagalong.domain.key.ApiKeys;
import dev.tagalong.domain.live.Connections;
import dev.tagalong.domain.live.Sockets;
import dev.tagalong.domain.mail.MailQueue;
import dev.tagalong.domain.mail.MailTokens;
import dev.tagalong.domain.mail.MailWindows;
import dev.tagalong.domain.mail.Mailer;
import dev.tagalong.domain.mail.ReceivedMails;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.notification.InboxRows;
import dev.tagalong.domain.once.Claims;
import dev.tagalong.domain.once.Course;
import dev.tagalong.domain.people.Directory;
import dev.tagalong.domain.people.Roster;
import dev.tagalong.domain.purge.Estate;
import dev.tagalong.domain.purge.PurgeQueue;
import dev.tagalong.domain.purge.Remains;
import dev.tagalong.domain.store.Ledger;
import dev.tagalong.domain.store.Records;
import dev.tagalong.domain.subscription.Subscriptions;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The ports as AWS fulfils them. The only class that names the adapters; clients are built at their first use. */
final class Adapters {
    private final Environment environment;
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom random = new SecureRandom();
    private final Ids ids = new RandomIds(clock, random);
    private final Lazy<Table> table = new Lazy<>(this::buildTable);
    private final Lazy<Sockets> sockets = new Lazy<>(() -> new ApiGatewaySockets(AwsClients.sockets(), this.random));
    private final Lazy<Mailer> mailer = new Lazy<>(this::buildMailer);
    private final Lazy<MailQueue> mailQueue = new Lazy<>(this::buildMailQueue);
    private final Lazy<RetryQueue> retryQueue = new Lazy<>(this::buildRetryQueue);
    private final Lazy<PurgeQueue> purgeQueue = new Lazy<>(this::buildPurgeQueue);

    Adapters(Environment environment) {
        this.environment = environment;
    }

    private Table buildTable() {
        return new Table(AwsClients.dynamoDb(), environment.text("TABLE_NAME"), new JitteredPause(random));
    }

    private Mailer buildMailer() {
        return new SesMailer(
                AwsClients.ses(),
                new MimeLetters(environment.text("MAIL_FROM")),
                environment.text("MAIL_CONFIGURATION_SET"));
    }

    private MailQueue buildMailQueue() {
        return new SqsMailQueue(AwsClients.sqs(), environment.text("MAIL_QUEUE_URL"));
    }

    private RetryQueue buildRetryQueue() {
        return new SqsRetryQueue(AwsClients.sqs(), environment.text("FANOUT_RETRY_QUEUE_URL"));
    }

    private PurgeQueue buildPurgeQueue() {
        return new SqsPurgeQueue(AwsClients.sqs(), environment.text("PURGE_QUEUE_URL"));
    }

    InstantSource clock() {
        return clock;
    }

    Ids ids() {
        return Course.ids(ids);
    }

    Records records() {
        return new DynamoRecords(table.get());
    }

    Ledger ledger() {
        return Course.ledger(new DynamoLedger(table.get(), clock, ids));
    }

    Claims claims() {
        return new DynamoClaims(table.get(), clock);
    }

    ParticipantAddresses addresses() {
        return new DynamoParticipantAddresses(table.get());
    }

    Subscriptions subscriptions() {
        return new DynamoSubscriptions(table.get());
    }

    ApiKeys apiKeys() {
        return new DynamoApiKeys(table.get());
    }

    Participants participants() {
        return new DynamoParticipants(table.get());
    }

    ConversationIndex index() {
        return new DynamoConversationIndex(table.get());
    }

    MessageLog messages() {
        return new DynamoMessageLog(table.get());
    }

    ActivityLog activities() {
        return new DynamoActivityLog(
                table.get(), complaint -> LambdaRuntime.getLogger().log(complaint, LogLevel.ERROR));
    }

    InboxRows inboxRows() {
        return new DynamoInboxRows(table.get(), clock);
    }

    Directory directory() {
        return new DynamoDirectory(table.get());
    }

    Roster roster() {
        return new DynamoRoster(table.get());
    }

    SocketTickets tickets() {
        return new DynamoSocketTickets(table.get(), clock);
    }

    Connections connections() {
        return new DynamoConnections(table.get(), clock);
    }

    Progress progress() {
        return new DynamoProgress(table.get(), clock);
    }

    Verdicts verdicts() {
        return new DynamoVerdicts(table.get(), clock);
    }

    MailWindows mailWindows() {
        return new DynamoMailWindows(table.get(), ids);
    }

    MailTokens mailTokens() {
        return new DynamoMailTokens(table.get());
    }

    ReceivedMails receivedMails() {
        return new S3ReceivedMails(AwsClients.s3(), environment.text("INBOUND_MAIL_BUCKET"));
    }

    Sockets sockets() {
        return sockets.get();
    }

    Mailer mailer() {
        return mailer.get();
    }

    MailQueue mailQueue() {
        return mailQueue.get();
    }

    RetryQueue retryQueue() {
        return retryQueue.get();
    }

    PurgeQueue purgeQueue() {
        return purgeQueue.get();
    }

    RetryQueue unreadableDeletions() {
        return new SqsRetryQueue(AwsClients.sqs(), environment.text("PURGE_QUEUE_URL"));
    }

    RetryQueue mailLetters() {
        return new SqsRetryQueue(AwsClients.sqs(), environment.text("MAIL_QUEUE_URL"));
    }

    Archive archive() {
        return new S3Archive(AwsClients.s3(), environment.text("FAILURE_BUCKET"));
    }

    TriggeredFunctions triggeredFunctions() {
        return new LambdaFunctions(AwsClients.lambda());
    }

    Estate estate() {
        return new DynamoEstate(table.get());
    }

    Remains remains() {
        return new DynamoRemains(table.get());
    }
}
