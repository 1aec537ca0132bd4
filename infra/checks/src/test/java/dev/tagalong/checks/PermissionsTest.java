package dev.tagalong.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.local.permissions.AccessDenied;
import dev.tagalong.local.permissions.KeyCondition;
import dev.tagalong.local.permissions.Permissions;
import dev.tagalong.local.permissions.ServiceCall;
import dev.tagalong.local.permissions.Statement;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Policies;
import dev.tagalong.local.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The runner's part of IAM. */
final class PermissionsTest {
    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/tagalong";

    private static final KeyCondition LOG = new KeyCondition(false, List.of("W#*#AUDIT#*"));

    private final Permissions permissions = Permissions.of(
            "AddFollower",
            List.of(
                    new Statement(
                            true, List.of("dynamodb:Query", "dynamodb:UpdateItem"), List.of(TABLE), KeyCondition.NONE),
                    new Statement(true, List.of("dynamodb:Query"), List.of(TABLE + "/index/*"), KeyCondition.NONE),
                    new Statement(false, List.of("dynamodb:UpdateItem"), List.of(TABLE), LOG)));

    private static ServiceCall call(String action, String resource, String... keys) {
        return new ServiceCall("dynamodb:" + action, Set.of(resource), Set.of(keys));
    }

    @Test
    void whatAStatementAllowsIsAllowed() {
        assertThatCode(() -> {
                    permissions.check(call("Query", TABLE));
                    permissions.check(call("Query", TABLE + "/index/ByActivity"));
                    permissions.check(call("UpdateItem", TABLE, "W#demo#CONV#1"));
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "PutItem, table/tagalong",
        "Query, table/other",
        "Query, table/tagalong2",
        "UpdateItem, table/tagalong/index/ByActivity"
    })
    void whatNoStatementAllowsIsDenied(String action, String resource) {
        var place = TABLE.substring(0, TABLE.indexOf("table/"));

        assertThatThrownBy(() -> permissions.check(call(action, place + resource)))
                .isInstanceOf(AccessDenied.class)
                .hasMessage("AddFollower is not authorized to perform: dynamodb:" + action + " on resource: " + place
                        + resource);
    }

    @Test
    void whatAStatementDeniesIsDeniedThoughAnotherAllowsIt() {
        assertThatThrownBy(() -> permissions.check(call("UpdateItem", TABLE, "W#demo#AUDIT#CONV#1")))
                .isInstanceOf(AccessDenied.class);
    }

    @ParameterizedTest
    @CsvSource({
        "false, W#demo#AUDIT#CONV#1 W#demo#CONV#1, true",
        "false, W#demo#CONV#1 W#demo#CONV#2, false",
        "false, '', false",
        "true, W#demo#AUDIT#CONV#1, true",
        "true, W#demo#AUDIT#CONV#1 W#demo#AUDIT#CONV#2, true",
        "true, W#demo#AUDIT#CONV#1 W#demo#CONV#1, false",
        "true, '', false"
    })
    void aStatementMattersByOneKeyOrByAllOfThem(boolean every, String keys, boolean denied) {
        var log = new KeyCondition(every, LOG.like());
        var denying = Permissions.of(
                "AddFollower",
                List.of(
                        new Statement(true, List.of("dynamodb:*"), List.of(TABLE), KeyCondition.NONE),
                        new Statement(false, List.of("dynamodb:UpdateItem"), List.of(TABLE), log)));
        var call = call("UpdateItem", TABLE, keys.isEmpty() ? new String[0] : keys.split(" "));

        if (denied) {
            assertThatThrownBy(() -> denying.check(call)).isInstanceOf(AccessDenied.class);
        } else {
            denying.check(call);
        }
    }

    @Test
    void anyOfTheResourcesIsEnough() {
        permissions.check(new ServiceCall("dynamodb:Query", Set.of("arn:else", TABLE), Set.of()));

        assertThat(permissions.unused()).doesNotContain("dynamodb:Query on " + TABLE);
    }

    @Test
    void whatACallNeededIsNoLongerUnused() {
        assertThat(permissions.unused())
                .containsExactly(
                        "dynamodb:Query on " + TABLE,
                        "dynamodb:Query on " + TABLE + "/index/*",
                        "dynamodb:UpdateItem on " + TABLE);

        permissions.check(call("Query", TABLE));

        assertThat(permissions.unused())
                .containsExactly("dynamodb:Query on " + TABLE + "/index/*", "dynamodb:UpdateItem on " + TABLE);
    }

    @Test
    void eachActionIsNeededOnEachResource() {
        var both = allowing(List.of("dynamodb:GetItem", "dynamodb:Query"), TABLE, TABLE + "/index/Unread");

        both.check(call("GetItem", TABLE));
        both.check(call("Query", TABLE + "/index/Unread"));

        assertThat(both.unused())
                .containsExactly("dynamodb:GetItem on " + TABLE + "/index/Unread", "dynamodb:Query on " + TABLE);
    }

    @Test
    void whatIsAllowedByAWiderPatternTooIsNotNeeded() {
        var overlapping = allowing(List.of("dynamodb:Query"), TABLE + "/index/*", TABLE + "/index/Unread");

        overlapping.check(call("Query", TABLE + "/index/Unread"));
        overlapping.check(call("Query", TABLE + "/index/ByArrival"));

        assertThat(overlapping.unused()).containsExactly("dynamodb:Query on " + TABLE + "/index/Unread");
    }

    @Test
    void anActionThatHoldsAStarIsNeverNeeded() {
        var wide = allowing(List.of("dynamodb:*"), TABLE);

        wide.check(call("Query", TABLE));

        assertThat(wide.unused()).containsExactly("dynamodb:* on " + TABLE);
    }

    @Test
    void whatIsDeniedNeedsNothing() {
        assertThatThrownBy(() -> permissions.check(call("UpdateItem", TABLE, "W#demo#AUDIT#CONV#1")))
                .isInstanceOf(AccessDenied.class);

        assertThat(permissions.unused()).contains("dynamodb:UpdateItem on " + TABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UpdateItem", "DeleteItem", "BatchWriteItem", "PartiQLUpdate", "PartiQLDelete"})
    void noFunctionMayChangeAnEntryOfTheLog(String action) {
        var template = Template.read(Path.of("..", "..", "template.yaml"));
        var policies = new Policies(template, new Deployment(template.parameters()));
        var change = call(action, "Table.Arn", "W#demo#AUDIT#CONV#1");

        assertThat(template.functions()).isNotEmpty().allSatisfy(function -> {
            var its = Permissions.of(function.name(), policies.of(function));
            assertThatThrownBy(() -> its.check(change)).isInstanceOf(AccessDenied.class);
        });
    }

    private static Permissions allowing(List<String> actions, String... resources) {
        return Permissions.of(
                "ListNotifications", List.of(new Statement(true, actions, List.of(resources), KeyCondition.NONE)));
    }
}
