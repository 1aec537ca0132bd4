package dev.tagalong.handlers.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Invocation;
import dev.tagalong.handlers.http.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OperatorFunctionsTest {
    private final FrontDesk front = new FrontDesk();
    private final CreateWorkspace create = new CreateWorkspace(front.workspaces());
    private final AddTokenClaims claims = new AddTokenClaims(front.desk.store.directory(), front.desk.store.records());

    private static Map<String, Object> object(String json) {
        var object = new HashMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(Json.readAny(json)))
                .forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }

    private Map<?, ?> creating(String json) {
        return create.handleRequest(object(json), new Invocation());
    }

    private Map<?, ?> asking(String workspace, String email) {
        return asking(workspace, email, "true");
    }

    private Map<?, ?> asking(String workspace, String email, String verified) {
        return claims.handleRequest(
                object("{\"version\":\"2\",\"triggerSource\":\"TokenGeneration_Authentication\","
                        + "\"callerContext\":{\"awsSdkVersion\":\"1\",\"clientId\":\"desk\"},"
                        + "\"request\":{\"userAttributes\":{\"email\":\"" + email + "\",\"email_verified\":\""
                        + verified
                        + "\",\"custom:workspace\":\"" + workspace
                        + "\"}},\"response\":{\"claimsAndScopeOverrideDetails\":null}}"),
                new Invocation());
    }

    @Test
    void aWorkspaceBeginsWithItsOwner() {
        var made =
                creating("{\"workspace\":\"new\",\"owner\":{\"first_name\":\"Olga\",\"email\":\"olga@new.example\"}}");

        assertThat(Json.write(made))
                .startsWith("{\"workspace\":\"new\",\"owner\":{\"id\":2,")
                .contains("\"owner\"");
    }

    @Test
    void aWorkspaceIsMadeOnce() {
        var payload = "{\"workspace\":\"new\",\"owner\":{\"first_name\":\"Olga\",\"email\":\"olga@new.example\"}}";
        creating(payload);

        assertThatThrownBy(() -> creating(payload)).hasMessage("workspace is taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | workspace: is required",
                "{\"workspace\":7} | workspace: must be a string",
                "{\"workspace\":\"New One\",\"owner\":{\"first_name\":\"O\",\"email\":\"o@x.example\"}} | a workspace is 1 to 63 of a-z, 0-9 and hyphen",
                "{\"workspace\":\"new\"} | owner.first_name: is required",
                "{\"workspace\":\"new\",\"owner\":[]} | owner: must be an object",
                "{\"workspace\":\"new\",\"owner\":{\"email\":\"o@x.example\"}} | owner.first_name: is required",
                "{\"workspace\":\"new\",\"owner\":{\"first_name\":\"O\",\"email\":\"o\"}} | owner.email: must be an email address",
                "{\"workspace\":\"new\",\"owner\":{\"first_name\":\"O\",\"email\":\"o.@x.example\"}} | owner.email: must be an email address",
                "{\"workspace\":\"new\",\"owner\":{\"first_name\":\"O\",\"email\":\"o@x.example\",\"id\":1}} | owner.id: must be a whole number from 2 on"
            })
    void aPayloadThatIsNotRightSaysWhat(String payload, String message) {
        assertThatThrownBy(() -> creating(payload)).hasMessage(message);
    }

    @Test
    void bothTokensSayWhoCalls() {
        var answered = asking("demo", "Bob@Example.com");

        assertThat(answered.get("triggerSource")).isEqualTo("TokenGeneration_Authentication");
        assertThat(answered.get("response"))
                .isEqualTo(Map.of(
                        "claimsAndScopeOverrideDetails",
                        Map.of(
                                "idTokenGeneration",
                                Map.of("claimsToAddOrOverride", Map.of("workspace", "demo", "user_id", "42")),
                                "accessTokenGeneration",
                                Map.of(
                                        "claimsToAddOrOverride",
                                        Map.of("workspace", "demo", "user_id", "42", "aud", "desk")))));
    }

    @Test
    void whoseEmailIsNotVerifiedGetsNoToken() {
        assertThatThrownBy(() -> asking("demo", "bob@example.com", "false")).hasMessage("the email is not verified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.com", "gone50@example.com"})
    void whoIsNotAnActiveUserGetsNoToken(String email) {
        front.desk.inactiveAgent(50);

        assertThatThrownBy(() -> asking("demo", email)).hasMessage("no active user has this email");
    }

    @Test
    void anotherWorkspacesUserGetsNoToken() {
        assertThatThrownBy(() -> asking("other", "bob@example.com")).hasMessage("no active user has this email");
        assertThatThrownBy(() -> asking("", "bob@example.com"))
                .hasMessage("request.userAttributes.custom:workspace: must not be empty");
    }
}
