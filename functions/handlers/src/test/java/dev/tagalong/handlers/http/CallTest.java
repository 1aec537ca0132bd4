package dev.tagalong.handlers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.memory.Desk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallTest {
    private final Desk desk = new Desk();

    private Call on(Map<String, String> path) {
        return new Call(desk.as(Desk.BOB), path, Query.parse(""), Fields.parse(""), desk.clock.instant());
    }

    @Test
    void thePathNamesConversationUserAndEvent() {
        var event = desk.ids.event();
        var call = on(Map.of("uuid", "AFA55A3B-60fa-4930-8382-4ad39cf6929f", "user_id", "17", "id", event.toString()));

        assertThat(call.conversation()).hasToString("afa55a3b-60fa-4930-8382-4ad39cf6929f");
        assertThat(call.user()).isEqualTo(new UserId(17));
        assertThat(call.notification()).isEqualTo(Outcome.done(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "217", "1-1-1-1-1", "afa55a3b-60fa-4930-8382"})
    void aMalformedUuidIsNamed(String uuid) {
        assertThatThrownBy(() -> on(Map.of("uuid", uuid)).conversation()).hasMessage("uuid: must be a uuid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-17", "17.0", "me", "017", "2147483648"})
    void aMalformedUserIsNamed(String user) {
        assertThatThrownBy(() -> on(Map.of("user_id", user)).user())
                .hasMessage("user_id: must be a positive whole number");
    }

    @Test
    void anIdThatNoAnswerGaveIsNamedWhereAListGoesOnAndUnknownElsewhere() {
        var other = "afa55a3b-60fa-4930-8382-4ad39cf6929f";
        assertThatThrownBy(() -> Call.event("after", other)).hasMessage("after: must be an id that an answer gave");
        assertThat(on(Map.of("id", other)).notification())
                .isEqualTo(Outcome.refused(new Refusal.NotFound("notification")));
        assertThatThrownBy(() -> on(Map.of()).notification()).hasMessage("id: must be a uuid");
    }
}
