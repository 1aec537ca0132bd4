package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.EventId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.follow.Membership;
import dev.tagalong.domain.follow.ParticipantAddress;
import dev.tagalong.domain.key.KeyRing;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Turns the domain's writes into the items of one transaction. */
final class Steps {
    private final String table;
    private final WorkspaceId workspace;
    private final PeopleSteps people;
    private final List<Step> steps = new ArrayList<>();
    private final Map<ConversationId, MetaUpdate> metas = new LinkedHashMap<>();
    private final @Nullable EventId newest;

    private Steps(String table, WorkspaceId workspace, @Nullable EventId newest) {
        this.table = table;
        this.workspace = workspace;
        this.people = new PeopleSteps(table, workspace);
        this.newest = newest;
    }

    static List<Step> of(String table, WorkspaceId workspace, List<Write> writes) {
        var steps = new Steps(table, workspace, newestActivity(writes));
        writes.forEach(steps::add);
        steps.metas.forEach((id, meta) -> steps.steps.add(meta.step(table, workspace, id)));
        return steps.steps;
    }

    private static @Nullable EventId newestActivity(List<Write> writes) {
        return writes.stream()
                .filter(Write.RecordActivity.class::isInstance)
                .map(write -> ((Write.RecordActivity) write).activity().id())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private void add(Write any) {
        switch (any) {
            case Write.CreateWorkspace create -> create(WorkspaceItem.write(workspace, create.settings()), "workspace");
            case Write.SaveSettings save ->
                steps.add(Step.put(
                        table,
                        WorkspaceItem.write(workspace, save.after()),
                        WorkspaceItem.asRead(workspace, save.before())));
            case Write.OfPeople write -> steps.addAll(people.of(write));
            case Write.CreateConversation create -> create(create.conversation());
            case Write.UpdateConversation update -> meta(update.before().id()).update(update);
            case Write.DeleteConversation delete -> delete(delete.before());
            case Write.CountParticipant count -> meta(count.conversation()).count(count);
            case Write.SaveMembership save -> save(save.before(), save.after());
            case Write.ExpectMembership expect -> expect(expect);
            case Write.SaveAddress save -> save(save.before(), save.after());
            case Write.TakeMailId take ->
                create(
                        Item.of(Keys.mailId(workspace, take.conversation(), take.user(), take.mailId()), "mail id")
                                .attributes(),
                        Write.TakeMailId.FIELD);
            case Write.AddMessage add -> {
                create(MessageItem.write(workspace, add.message()), "message");
                meta(add.message().conversation()).add(add.message());
            }
            case Write.RecordActivity record -> create(ActivityItem.write(record.activity()), "activity");
            case Write.MakeClaim make -> steps.add(ClaimItem.make(table, workspace, make.claim()));
            case Write.IssueSocketTicket issue ->
                create(
                        Item.of(Keys.ticket(workspace, issue.token()), "ticket")
                                .put("workspace", workspace.value())
                                .put("user", issue.pass().user().value())
                                .put("expiresAt", issue.pass().ticketExpiresAt())
                                .put("sessionEndsAt", issue.pass().sessionEndsAt())
                                .put("ttl", issue.pass().ticketExpiresAt().getEpochSecond())
                                .attributes(),
                        "ticket");
            case Write.ChangeSubscription changed ->
                steps.addAll(SubscriptionItem.steps(table, workspace, changed.change()));
            case Write.IssueKey issue -> issue(issue);
            case Write.RevokeKeys revoke -> revoke(revoke.before());
        }
    }

    private MetaUpdate meta(ConversationId conversation) {
        return metas.computeIfAbsent(conversation, id -> new MetaUpdate());
    }

    private void create(Map<String, AttributeValue> item, String field) {
        steps.add(Step.create(table, item, new Commit.Taken(field)));
    }

    private void name(Keys.Key key, String of, String field) {
        steps.add(Step.name(table, key, of, field));
    }

    private void create(Conversation conversation) {
        var id = conversation.id().toString();
        create(ConversationItem.write(workspace, conversation), "uuid");
        name(Keys.reference(workspace, conversation.reference()), id, "reference_number");
        var externalId = conversation.externalId();
        if (externalId != null) {
            name(Keys.externalConversation(workspace, externalId), id, "external_id");
        }
    }

    /** Leaves the uuid taken, and frees the names at once. */
    private void delete(Conversation gone) {
        steps.add(Step.put(
                table,
                ConversationItem.deleted(workspace, gone.id()),
                "entity = :here AND version = :read",
                Map.of(
                        ":here", AttributeValue.fromS(ConversationItem.HERE),
                        ":read", AttributeValue.fromN(Long.toString(gone.version()))),
                new Commit.Stale()));
        steps.add(Step.deleteAny(table, Keys.reference(workspace, gone.reference())));
        var externalId = gone.externalId();
        if (externalId != null) {
            steps.add(Step.deleteAny(table, Keys.externalConversation(workspace, externalId)));
        }
    }

    private void save(@Nullable Membership before, @Nullable Membership after) {
        if (after != null) {
            var condition = before == null ? MembershipCondition.absentSince(after) : MembershipCondition.is(before);
            put(MembershipItem.withConversation(workspace, after), condition);
            steps.add(Step.replace(table, MembershipItem.withUser(workspace, after)));
        } else if (before != null) {
            var key = before.key();
            var ended = newest == null ? before.lastActivity() : newest;
            put(MembershipItem.departed(workspace, key, ended), MembershipCondition.is(before));
            steps.add(Step.deleteAny(table, Keys.follow(workspace, key.user(), key.conversation())));
        }
    }

    private void save(@Nullable ParticipantAddress before, ParticipantAddress after) {
        steps.add(AddressItem.put(table, workspace, before, after));
        create(AddressItem.addressee(workspace, after), "address");
        if (before != null) {
            steps.add(Step.deleteAny(table, Keys.addressee(workspace, before.token())));
        }
    }

    private void issue(Write.IssueKey issue) {
        steps.add(ApiKeyItem.add(table, workspace, issue.before(), issue.key()));
        create(ApiKeyItem.write(workspace, issue.key(), issue.grant()), "key");
    }

    private void revoke(KeyRing ring) {
        steps.add(ApiKeyItem.remove(table, workspace, ring));
        ring.keys().forEach(key -> steps.add(Step.deleteAny(table, Keys.apiKey(workspace, key))));
    }

    private void put(Map<String, AttributeValue> item, MembershipCondition condition) {
        steps.add(Step.put(table, item, condition.expression(), condition.values(), new Commit.Stale()));
    }

    private void expect(Write.ExpectMembership expect) {
        var before = expect.before();
        var condition = before == null ? MembershipCondition.absent() : MembershipCondition.is(before);
        var key = Keys.participant(
                workspace, expect.key().conversation(), expect.key().user());
        steps.add(Step.expect(table, key, condition.expression(), condition.values()));
    }
}
