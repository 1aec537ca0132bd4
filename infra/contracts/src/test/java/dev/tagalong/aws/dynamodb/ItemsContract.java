package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.activity.ActivityType;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.key.KeyDigest;
import dev.tagalong.domain.key.KeyGrant;
import dev.tagalong.domain.key.KeyRing;
import dev.tagalong.domain.live.Connection;
import dev.tagalong.domain.live.ConnectionId;
import dev.tagalong.domain.mail.MailKey;
import dev.tagalong.domain.mail.MailWindows;
import dev.tagalong.domain.message.MessageLog;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.once.Claim;
import dev.tagalong.domain.once.Claims;
import dev.tagalong.domain.once.Reply;
import dev.tagalong.domain.people.TeamName;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.purge.PurgeJob;
import dev.tagalong.domain.store.Write;
import dev.tagalong.domain.subscription.Subscription;
import dev.tagalong.domain.subscription.SubscriptionChange;
import dev.tagalong.domain.subscription.ThreadCategory;
import dev.tagalong.domain.subscription.ThreadEvent;
import dev.tagalong.domain.subscription.ThreadType;
import dev.tagalong.domain.subscription.Topic;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What holds of the items themselves, which no port shows. */
abstract class ItemsContract {
    private static final UserId OLGA = new UserId(2);
    private static final TeamName TEAM = new TeamName(new TeamId(1), "Support");

    private final User bob = Workspace.agent(42, "Bob@Example.com");
    private StoredWorkspace workspace;

    abstract StoredWorkspace open();

    @BeforeEach
    void openWorkspace() {
        workspace = open();
        workspace.commit(new Write.CreateUser(bob));
    }

    private void erase() {
        workspace.commit(new Write.EraseUser(bob, OLGA, workspace.clock.instant()));
    }

    @Test
    void messageThatMakesThirtyFollowersFitsOneTransaction() {
        var conversation = workspace.draft(1).id();
        var writes = new ArrayList<Write>();
        writes.add(new Write.AddMessage(workspace.message(conversation, MessageType.NOTE)));
        for (int user = 1; user <= 30; user++) {
            var membership = workspace.following(conversation, user);
            writes.add(new Write.SaveMembership(null, membership));
            writes.add(new Write.RecordActivity(
                    workspace.activity(membership.lastActivity(), conversation, ActivityType.FOLLOWED, user)));
        }
        writes.add(new Write.CountParticipant(conversation, 30, 100, Assignment.NOBODY));

        assertThat(Steps.of("table", workspace.id, writes))
                .as("with room for the message's activity and the claim of a key")
                .hasSizeLessThanOrEqualTo(98);
    }

    @Test
    void entryThatCannotBeReadIsNamedAndTheOthersAreShown() {
        var conversation = workspace.conversation(1).id();
        var good = workspace.activity(workspace.ids.event(), conversation, ActivityType.STATUS_CHANGED, 42);
        workspace.commit(new Write.RecordActivity(good));
        var bad = workspace.ids.event();
        var item = new HashMap<>(Keys.activity(workspace.id, conversation, bad).attributes());
        item.put("entity", AttributeValue.fromS("activity"));
        item.put("type", AttributeValue.fromS("from_another_version"));
        workspace
                .table
                .client()
                .putItem(request -> request.tableName(workspace.table.name()).item(item));
        var complaints = new ArrayList<String>();
        var log = new DynamoActivityLog(workspace.table, complaints::add);

        var page = log.page(workspace.id, conversation, 1, 10);

        assertThat(page.rows()).containsExactly(good);
        assertThat(page.total()).isEqualTo(2);
        assertThat(complaints)
                .singleElement()
                .asString()
                .contains(workspace.id.value() + "/" + conversation + "/" + bad);
    }

    @Test
    void ofAReplyThatFitsIntoNoItemTheClaimIsKept() {
        var noise = ThreadLocalRandom.current()
                .ints(1_000_000, ' ', '~')
                .collect(StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append);
        var lengthy = new Reply(200, noise.toString());
        var now = workspace.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var claims = workspace.stores.claims();
        var claim = new Claim("name", "request", now, List.of());
        workspace.commit(new Write.MakeClaim(claim));

        claims.add(workspace.id, claim, lengthy);
        assertThat(claims.find(workspace.id, "name")).contains(new Claims.Kept(claim, null));

        var harmless = new Claim("other", "request", now, List.of());
        assertThat(claims.make(workspace.id, harmless, lengthy)).isTrue();
        assertThat(claims.find(workspace.id, "other")).contains(new Claims.Kept(harmless, null));
    }

    @Test
    void eachChangeOfASubscriptionIsAnEntryOfTheLogThatStartsNoFanOut() {
        var first = workspace.subscribed(bob.id());
        var reply = new Topic(ThreadType.EXTERNAL, ThreadCategory.AUTOMATIC, ThreadEvent.REPLY);
        var second = new Subscription(first.thread(), bob.id(), Set.of(reply), workspace.ids.event());
        workspace.commit(
                new Write.ChangeSubscription(new SubscriptionChange(second.lastChange(), OLGA, first, second)));
        workspace.commit(
                new Write.ChangeSubscription(new SubscriptionChange(workspace.ids.event(), OLGA, second, null)));

        var log = workspace.table.query(
                Keys.subscriptionChange(workspace.id, first.thread(), first.lastChange())
                        .pk(),
                Keys.EVENT);
        assertThat(log)
                .extracting(entry -> Item.read(entry).texts("added").toString()
                        + Item.read(entry).texts("revoked"))
                .containsExactly(
                        "[internal/manual/reply][]",
                        "[external/automatic/reply][internal/manual/reply]",
                        "[][external/automatic/reply]");
        assertThat(log).extracting(entry -> Item.read(entry).count("actor")).containsExactly(9, 2, 2);
        assertThat(log)
                .allSatisfy(entry -> assertThat(Item.read(entry).text("entity")).isEqualTo("subscription change"));
    }

    @Test
    void nothingInATombstoneSaysWhoItWas() {
        erase();

        assertThat(workspace.table.get(Keys.profile(workspace.id, bob.id())).values())
                .isNotEmpty()
                .noneMatch(value -> value.toString().toLowerCase(Locale.ROOT).contains("bob"));
    }

    @Test
    void aDeactivationReadsAsTheStreamDeliversIt() {
        var key = Keys.profile(workspace.id, bob.id());
        assertThatThrownBy(() -> DeletedItem.job(workspace.table.get(key)))
                .isInstanceOf(IllegalArgumentException.class);
        var inactive = bob.with(bob.person(), bob.externalId(), bob.role(), false);
        workspace.commit(new Write.UpdateUser(bob, inactive));

        assertThat(DeletedItem.job(workspace.table.get(key)))
                .isEqualTo(PurgeJob.of(workspace.id, new PurgeJob.OfUser(bob.id())));
    }

    @Test
    void deletionsReadAsTheStreamDeliversThem() {
        workspace.commit(new Write.CreateTeam(TEAM));
        erase();
        workspace.commit(new Write.DisbandTeam(TEAM, OLGA, workspace.clock.instant()));

        assertThat(DeletedItem.job(workspace.table.get(Keys.profile(workspace.id, bob.id()))))
                .isEqualTo(PurgeJob.of(workspace.id, new PurgeJob.OfUser(bob.id())));
        assertThat(DeletedItem.job(workspace.table.get(Keys.team(workspace.id, TEAM.id()))))
                .isEqualTo(PurgeJob.of(workspace.id, new PurgeJob.OfTeam(TEAM.id())));
    }

    @Test
    void ofPossessionsNothingIsLeftButTombstoneMembershipsAndSubscriptions() {
        var conversation = workspace.conversation(1).id();
        workspace.follow(conversation, 42, 100);
        workspace.subscribed(bob.id());
        workspace.told(workspace.ids.event(), bob.id(), conversation);
        var now = workspace.clock.instant();
        workspace.commit(new Write.IssueKey(
                new KeyRing(bob.id(), Set.of()),
                new KeyDigest("a".repeat(64)),
                new KeyGrant(bob.id(), "Import", null, OLGA, now)));
        workspace
                .stores
                .connections()
                .open(workspace.id, new Connection(new ConnectionId("c1"), bob.id(), now.plusSeconds(60)));
        erase();

        assertThat(workspace.stores.estate().removePossessions(workspace.id, bob.id(), 100))
                .isFalse();

        assertThat(workspace
                        .table
                        .keys(Keys.user(workspace.id, bob.id()), " ", 100)
                        .keys())
                .extracting(Keys.Key::sk)
                .hasSize(3)
                .contains("PROFILE", "FOLLOW#" + conversation)
                .anyMatch(key -> key.startsWith(Keys.THREAD));
    }

    @Test
    void ofAThreadNothingIsLeftButThatItWas() {
        var conversation = workspace.conversation(1).id();
        for (int count = 0; count < 30; count++) {
            workspace.posted(conversation);
        }
        workspace.follow(conversation, 42, 100);
        var gone = workspace.following(conversation, 43);
        workspace.commit(new Write.SaveMembership(null, gone));
        workspace.commit(new Write.SaveMembership(gone, null));
        var socket = new Connection(
                new ConnectionId("c1"), bob.id(), workspace.clock.instant().plusSeconds(60));
        workspace.stores.connections().open(workspace.id, socket);
        workspace.stores.connections().view(workspace.id, socket, conversation);
        var remains = workspace.stores.remains();

        assertThat(remains.removeThread(workspace.id, conversation, 10)).isTrue();
        var everybody = new MessageLog.Audience(true, null, 0);
        assertThat(workspace
                        .stores
                        .messages()
                        .page(workspace.id, conversation, everybody, 1, 100)
                        .total())
                .as("the conversation itself is one of ten")
                .isEqualTo(21);
        assertThat(remains.removeThread(workspace.id, conversation, 100)).isFalse();

        assertThat(workspace
                        .table
                        .keys(Keys.conversation(workspace.id, conversation), " ", 10)
                        .keys())
                .containsExactly(Keys.meta(workspace.id, conversation));
    }

    @Test
    void ofAMailWindowThatIsSettledOrRemovedNothingIsLeft() {
        var settled =
                new MailKey(workspace.id, bob.id(), workspace.conversation(1).id());
        var removed =
                new MailKey(workspace.id, bob.id(), workspace.conversation(2).id());
        var event = workspace.ids.event();
        var now = workspace.clock.instant();
        var windows = workspace.stores.windows();
        windows.add(settled, event, now);
        windows.add(removed, event, now);

        windows.settle(settled, (MailWindows.Claim) windows.claim(settled, now, Duration.ofMinutes(1)));
        workspace.stores.remains().removeNotices(workspace.id, removed.conversation(), event, Set.of(bob.id()));

        assertThat(workspace.table.get(Keys.mailWindow(workspace.id, bob.id(), settled.conversation())))
                .isEmpty();
        assertThat(workspace.table.get(Keys.mailWindow(workspace.id, bob.id(), removed.conversation())))
                .isEmpty();
    }
}
