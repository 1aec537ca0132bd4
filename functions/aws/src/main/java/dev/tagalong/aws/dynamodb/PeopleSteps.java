package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.TeamId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.Role;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Commit;
import dev.tagalong.domain.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Turns the domain's writes of people and of what they belong to into the items of a transaction. */
final class PeopleSteps {
    static final String TEAM = "team";

    private static final String NAME = "name";
    private static final String ID = "id";
    private static final Commit STALE = new Commit.Stale();

    private final String table;
    private final WorkspaceId workspace;

    PeopleSteps(String table, WorkspaceId workspace) {
        this.table = table;
        this.workspace = workspace;
    }

    List<Step> of(Write.OfPeople write) {
        return switch (write) {
            case Write.CreateUser create -> create(create.user());
            case Write.UpdateUser update -> update(update.before(), update.after());
            case Write.EraseUser erase -> erase(erase);
            case Write.ExpectUser expect -> List.of(expect(expect));
            case Write.SaveUserSettings save -> List.of(settings(save));
            case Write.SaveMailTrouble save -> List.of(trouble(save));
            case Write.CreateTeam create -> {
                var made = create.team();
                yield List.of(named(Item.of(Keys.team(workspace, made.id()), TEAM), made.name(), ID));
            }
            case Write.RenameTeam rename -> {
                var before = rename.before();
                yield List.of(renamed(Keys.team(workspace, before.id()), before.name(), rename.name()));
            }
            case Write.DisbandTeam disband -> {
                var left = TombstoneItem.write(workspace, disband);
                var asRead = new Expressions().equal(NAME, text(disband.before().name()));
                yield List.of(Step.put(table, left, asRead));
            }
            case Write.ExpectTeam expect ->
                List.of(Step.expect(
                        table,
                        Keys.team(workspace, expect.team()),
                        new Expressions().equal(UserItem.ENTITY, text(TEAM))));
            case Write.JoinTeam join -> join(join.team(), join.user());
            case Write.LeaveTeam leave -> leave(leave.team(), leave.user());
            case Write.CreateInbox create -> {
                var made = create.inbox();
                yield List.of(named(Item.of(Keys.inbox(workspace, made.id()), "inbox"), made.name(), ID));
            }
            case Write.RenameInbox rename -> {
                var before = rename.before();
                yield List.of(renamed(Keys.inbox(workspace, before.id()), before.name(), rename.name()));
            }
            case Write.CreateDepartment create -> {
                var made = create.department();
                yield List.of(named(Item.of(Keys.department(workspace, made.id()), "department"), made.name(), "uuid"));
            }
            case Write.RenameDepartment rename -> {
                var before = rename.before();
                yield List.of(renamed(Keys.department(workspace, before.id()), before.name(), rename.name()));
            }
        };
    }

    private List<Step> create(User user) {
        var steps = new ArrayList<Step>();
        steps.add(Step.create(table, UserItem.write(workspace, user), new Commit.Taken(ID)));
        steps.add(name(Keys.userUuid(workspace, user.uuid().toString()), user, "uuid"));
        var email = user.person().email();
        if (email != null) {
            steps.add(name(Keys.email(workspace, email), user, UserItem.EMAIL));
        }
        var externalId = user.externalId();
        if (externalId != null) {
            steps.add(name(Keys.externalUser(workspace, externalId), user, "external_id"));
        }
        if (!user.isSystem()) {
            steps.add(Step.replace(table, ListedItem.write(workspace, user)));
        }
        return steps;
    }

    private Step name(Keys.Key key, User user, String field) {
        return Step.name(table, key, Integer.toString(user.id().value()), field);
    }

    /** What was read must still be so, or the names that are given back and taken would be the wrong ones. */
    private List<Step> update(User before, User after) {
        var change = UserItem.asRead(workspace, before)
                .set(UserItem.FIRST_NAME, text(after.person().firstName()))
                .set(UserItem.LAST_NAME, text(after.person().lastName()))
                .set(UserItem.EMAIL, text(after.person().email()))
                .set(UserItem.AVATAR_URL, text(after.person().avatarUrl()))
                .set(UserItem.EXTERNAL_ID, text(after.externalId()))
                .set(UserItem.ROLE, word(after.role()))
                .set(UserItem.ACTIVE, AttributeValue.fromBool(after.active()));
        if (!before.isAt(after.person().email())) {
            change.set(UserItem.MAIL_TROUBLE, null);
        }
        var steps = new ArrayList<Step>();
        steps.add(Step.update(table, Keys.profile(workspace, before.id()), change, stored -> STALE));
        steps.add(Step.replace(table, ListedItem.write(workspace, after)));
        steps.addAll(moved(email(before), email(after), after, UserItem.EMAIL));
        steps.addAll(moved(externalId(before), externalId(after), after, "external_id"));
        return steps;
    }

    private List<Step> moved(Keys.@Nullable Key from, Keys.@Nullable Key to, User user, String field) {
        var steps = new ArrayList<Step>();
        if (!Objects.equals(from, to)) {
            if (from != null) {
                steps.add(Step.deleteAny(table, from));
            }
            if (to != null) {
                steps.add(name(to, user, field));
            }
        }
        return steps;
    }

    private Keys.@Nullable Key email(User user) {
        var email = user.person().email();
        return email == null ? null : Keys.email(workspace, email);
    }

    private Keys.@Nullable Key externalId(User user) {
        var externalId = user.externalId();
        return externalId == null ? null : Keys.externalUser(workspace, externalId);
    }

    /** The tombstone takes the place of the profile and knows the teams; every name is free, and no list knows them. */
    private List<Step> erase(Write.EraseUser erase) {
        var before = erase.before();
        var steps = new ArrayList<Step>();
        var asRead =
                UserItem.asRead(workspace, before).equal(UserItem.TEAMS, AttributeValue.fromM(UserItem.teams(before)));
        steps.add(Step.put(table, TombstoneItem.write(workspace, erase), asRead));
        steps.add(Step.deleteAny(table, Keys.userUuid(workspace, before.uuid().toString())));
        steps.add(Step.deleteAny(table, Keys.listed(workspace, before.type(), before.id())));
        Stream.of(email(before), externalId(before))
                .flatMap(Stream::ofNullable)
                .forEach(name -> steps.add(Step.deleteAny(table, name)));
        return steps;
    }

    private Step expect(Write.ExpectUser expect) {
        var conditions = new Expressions()
                .equal(UserItem.ENTITY, text(UserItem.HERE))
                .equal(UserItem.ROLE, word(expect.role()))
                .equal(UserItem.ACTIVE, AttributeValue.fromBool(expect.active()));
        return Step.expect(table, Keys.profile(workspace, expect.user()), conditions);
    }

    private Step settings(Write.SaveUserSettings save) {
        var before = save.before();
        var change = new Expressions()
                .equal(UserItem.ENTITY, text(UserItem.HERE))
                .equal(UserItem.SETTINGS, AttributeValue.fromM(UserItem.settings(before.settings())))
                .set(UserItem.SETTINGS, AttributeValue.fromM(UserItem.settings(save.after())));
        return Step.update(table, Keys.profile(workspace, before.id()), change, stored -> STALE);
    }

    private Step trouble(Write.SaveMailTrouble save) {
        var change = new Expressions()
                .equal(UserItem.ENTITY, text(UserItem.HERE))
                .equal(UserItem.EMAIL, text(save.before().person().email()))
                .set(UserItem.MAIL_TROUBLE, AttributeValue.fromS(Item.word(save.trouble())));
        return Step.update(table, Keys.profile(workspace, save.before().id()), change, stored -> STALE);
    }

    private Step named(Item item, String name, String field) {
        return Step.create(table, item.put(NAME, name).attributes(), new Commit.Taken(field));
    }

    private Step renamed(Keys.Key key, String before, String after) {
        var change = new Expressions().equal(NAME, text(before)).set(NAME, text(after));
        return Step.update(table, key, change, stored -> STALE);
    }

    private List<Step> join(TeamId team, UserId user) {
        var row = Item.of(Keys.member(workspace, team, user), "member").put("user", user.value());
        return List.of(Step.create(table, row.attributes(), STALE), moved(team, user, AttributeValue.fromBool(true)));
    }

    private List<Step> leave(TeamId team, UserId user) {
        return List.of(Step.deleteAny(table, Keys.member(workspace, team, user)), moved(team, user, null));
    }

    /** Whose team it is stands in their profile too, which is what access rests on. */
    private Step moved(TeamId team, UserId user, @Nullable AttributeValue value) {
        var change = new Expressions()
                .equal(UserItem.ENTITY, text(UserItem.HERE))
                .move(UserItem.TEAMS, Integer.toString(team.value()), value);
        return Step.update(table, Keys.profile(workspace, user), change, stored -> STALE);
    }

    private static @Nullable AttributeValue text(@Nullable String text) {
        return text == null ? null : AttributeValue.fromS(text);
    }

    private static @Nullable AttributeValue word(@Nullable Role role) {
        return role == null ? null : AttributeValue.fromS(Item.word(role));
    }
}
