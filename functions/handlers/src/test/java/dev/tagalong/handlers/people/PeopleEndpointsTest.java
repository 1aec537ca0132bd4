package dev.tagalong.handlers.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tagalong.aws.ses.MimeLetters;
import dev.tagalong.domain.mail.Letter;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import dev.tagalong.handlers.http.Fields;
import dev.tagalong.handlers.http.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeopleEndpointsTest {
    private static final String EVE = "\"first_name\":\"Eve\",\"email\":\"eve@example.com\"";

    private final FrontDesk front = new FrontDesk();
    private final CreateAgent agent = new CreateAgent(front.edge, front.administration());
    private final CreateContact contact = new CreateContact(front.edge, front.administration());
    private final CreateTeam team = new CreateTeam(front.edge, front.teams());
    private final CreateDepartment department = new CreateDepartment(front.edge, front.administration());
    private final CreateInbox inbox = new CreateInbox(front.edge, front.administration());
    private final GetWorkspaceSettings get = new GetWorkspaceSettings(front.edge, front.administration());
    private final ChangeWorkspaceSettings change = new ChangeWorkspaceSettings(front.edge, front.administration());

    private Request ada() {
        return front.as(Desk.ADA);
    }

    private Answer adaCreatesAgent(String body) {
        return ada().body(body).to(agent);
    }

    @Test
    void anAgentIsMadeWithWhatIsGiven() {
        var answer = adaCreatesAgent("{\"id\":50,\"uuid\":\"afa55a3b-60fa-4930-8382-4ad39cf6929f\","
                + "\"first_name\":\"Eve\",\"last_name\":\"Moss\",\"email\":\"eve@example.com\",\"role\":\"supervisor\","
                + "\"external_id\":\"eve-1\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text())
                .isEqualTo("{\"data\":{\"id\":50,\"first_name\":\"Eve\",\"last_name\":\"Moss\","
                        + "\"email\":\"eve@example.com\",\"type\":\"agent\",\"avatar_url\":null,"
                        + "\"uuid\":\"afa55a3b-60fa-4930-8382-4ad39cf6929f\",\"external_id\":\"eve-1\","
                        + "\"role\":\"supervisor\",\"teams\":[],\"active\":true,\"email_status\":\"ok\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"e@x.example\",\"role\":\"agent\"} | first_name: is required",
                "{\"first_name\":\"E\",\"role\":\"agent\"} | email: is required",
                "{\"first_name\":\"E\",\"email\":\"e@x.example\"} | role: is required",
                "{\"first_name\":\"E\",\"email\":\"e@x.example\",\"role\":\"king\"} | role: must be one of agent, supervisor, admin, owner",
                "{\"first_name\":\"E\",\"email\":\"e x@x.example\",\"role\":\"agent\"} | email: must be an email address",
                "{\"first_name\":\"E\",\"email\":\"e@x.example\\r\\nBcc: a@b\",\"role\":\"agent\"} | email: must be an email address",
                "{\"first_name\":\"E\",\"email\":\"example\",\"role\":\"agent\"} | email: must be an email address",
                "{\"first_name\":\"E\",\"email\":\"e@x.example\",\"role\":\"agent\",\"id\":0} | id: must be a positive whole number",
                "{\"first_name\":\"E\",\"email\":\"e@x.example\",\"role\":\"agent\",\"uuid\":\"1\"} | uuid: must be a uuid",
                "{\"first_name\":\"E\",\"email\":\"e@x.example\",\"role\":\"agent\",\"external_id\":\"a?b\"} | external_id: must not hold / ? # % or control characters",
                "{\"first_name\":\"E\",\"email\":\"e@x.example\",\"role\":\"agent\",\"external_id\":\"11111111-1111-4111-8111-11111111111a\"} | external_id: must not have the form of a uuid",
                "{\"first_name\":\"E\",\"email\":\"e@x.example\",\"role\":\"agent\",\"external_id\":\"11111111-1111-4111-8111-11111111111A\"} | external_id: must not have the form of a uuid"
            })
    void badInputNamesTheField(String body, String message) {
        assertThat(adaCreatesAgent(body).refusal()).isEqualTo("400 InputError " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob..smith@example.com",
                ".bob@x.example",
                "bob.@x.example",
                "bob@.x.example",
                "bob@x..example",
                "bob@x.example.",
                "bob@x_y.example",
                "bob@x!y.example",
                "bob@\uD835\uDC00.example",
                "böb@example.com",
                "bob@straße.example",
                "bob@x\u05D0y.example"
            })
    void anAddressThatNoLetterCanBearIsNone(String email) {
        assertThat(isUnwritable(email)).isTrue();
        for (var endpoint : List.of(agent, contact)) {
            assertThat(ada().body(eveAt(email)).to(endpoint).refusal())
                    .isEqualTo("400 InputError email: must be an email address");
        }
    }

    @Test
    void everyAddressThatIsTakenCanBeWrittenTo() {
        var taken = IntStream.range(0, 0x250)
                .mapToObj(Character::toString)
                .flatMap(sign -> Stream.of("e" + sign + "e@x.example", "e@x" + sign + "e.example"))
                .filter(PeopleEndpointsTest::isTaken)
                .toList();

        assertThat(taken).contains("e.e@x.example", "e'e@x.example", "e+e@x.example", "e@x-e.example", "e@xüe.example");
        assertThat(taken).noneMatch(PeopleEndpointsTest::isUnwritable);
    }

    private static String eveAt(String email) {
        return Json.write(Json.object("first_name", "Eve", "email", email, "role", "agent"));
    }

    private static boolean isTaken(String email) {
        return catchThrowable(() -> UserRequest.person(Fields.parse(eveAt(email)))) == null;
    }

    private static boolean isUnwritable(String email) {
        var letter = new Letter(email, "Eve", "Hello", "text", "<p>html</p>", Map.of(), Map.of());
        return catchThrowable(() -> new MimeLetters("notifications@tagalong.example").write(letter)) != null;
    }

    @Test
    void whatIsTakenIs409() {
        assertThat(adaCreatesAgent("{" + EVE + ",\"role\":\"agent\",\"id\":42}").refusal())
                .isEqualTo("409 ConflictError id is taken");
        assertThat(adaCreatesAgent("{\"first_name\":\"B\",\"email\":\"BOB@example.com\",\"role\":\"agent\"}")
                        .refusal())
                .isEqualTo("409 ConflictError email is taken");
    }

    @Test
    void nobodyMakesARoleAboveTheirOwn() {
        assertThat(adaCreatesAgent("{" + EVE + ",\"role\":\"owner\"}").status()).isEqualTo(403);
        assertThat(front.as(Desk.OLGA)
                        .body("{" + EVE + ",\"role\":\"owner\"}")
                        .to(agent)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void administrationIsForAdminsWithTheScope() {
        for (var endpoint : List.of(agent, contact, team, department, inbox)) {
            var body = "{" + EVE + ",\"role\":\"agent\",\"name\":\"Sales\"}";
            assertThat(new Request().body(body).to(endpoint).status()).isEqualTo(401);
            assertThat(front.as(Desk.SAM).body(body).to(endpoint).status()).isEqualTo(403);
            assertThat(front.as(Desk.ADA, "conversations:read")
                            .body(body)
                            .to(endpoint)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(front.as(Desk.BOB).to(get).status()).isEqualTo(403);
        assertThat(front.as(Desk.BOB).body("{}").to(change).status()).isEqualTo(403);
    }

    @Test
    void aContactHasNoRole() {
        var answer = ada().body("{" + EVE + ",\"external_id\":\"c-1\"}").to(contact);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("data.type")).isEqualTo("contact");
        assertThat(answer.at("data.role")).isNull();
        assertThat(answer.at("data.last_name")).isEqualTo("");
    }

    @Test
    void aTeamHasItsMembers() {
        var answer = ada().body("{\"name\":\"Sales\",\"members\":[42,17,42]}").to(team);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("data.name")).isEqualTo("Sales");
        assertThat(answer.list("data.members")).isEqualTo(List.of(17, 42));
        assertThat(front.desk.user(Desk.BOB).teams()).hasSize(2);
    }

    @Test
    void aTeamOfSomebodyUnknownIs400() {
        assertThat(ada().body("{\"name\":\"Sales\",\"members\":[999]}").to(team).refusal())
                .isEqualTo("400 InputError members: there is no agent 999");
        assertThat(ada().body("{\"members\":[42]}").to(team).refusal()).isEqualTo("400 InputError name: is required");
    }

    @Test
    void departmentsAndInboxesHaveAName() {
        var made = ada().body("{\"name\":\"Care\"}").to(department);
        var box = ada().body("{\"name\":\"Mail\"}").to(inbox);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.names("data")).containsExactly("uuid", "name");
        assertThat(box.status()).isEqualTo(201);
        assertThat(box.names("data")).containsExactly("id", "name");
        for (var endpoint : List.of(department, inbox)) {
            assertThat(ada().body("{\"name\":\"\"}").to(endpoint).refusal())
                    .isEqualTo("400 InputError name: must not be empty");
            assertThat(ada().body("{\"name\":\"" + "a".repeat(101) + "\"}")
                            .to(endpoint)
                            .refusal())
                    .isEqualTo("400 InputError name: must have at most 100 characters");
        }
    }

    @Test
    void onlyTheGivenSwitchesChange() {
        var before = ada().to(get);
        var after = ada().body("{\"participant_limit\":300,\"quiet_window_seconds\":900}")
                .to(change);

        assertThat(before.text())
                .isEqualTo("{\"data\":{\"participant_limit\":100,\"follow_grants_access\":true,"
                        + "\"assignee_can_follow\":false,\"quiet_window_seconds\":0,\"notifications_enabled\":true,"
                        + "\"talkjs_version\":\"2021-07-30\"}}");
        assertThat(after.at("data.participant_limit")).isEqualTo(300);
        assertThat(after.at("data.quiet_window_seconds")).isEqualTo(900);
        assertThat(after.at("data.follow_grants_access")).isEqualTo(true);
        assertThat(ada().to(get).text()).isEqualTo(after.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"participant_limit\":0} | participant_limit: must be a positive whole number",
                "{\"follow_grants_access\":\"yes\"} | follow_grants_access: must be true or false",
                "{\"quiet_window_seconds\":901} | quiet_window_seconds: must be a whole number from 0 to 900",
                "{\"talkjs_version\":\"1999\"} | talkjs_version: must be 2021-01-01 or 2021-07-30"
            })
    void badSwitchesNameTheField(String body, String message) {
        assertThat(ada().body(body).to(change).refusal()).isEqualTo("400 InputError " + message);
    }
}
