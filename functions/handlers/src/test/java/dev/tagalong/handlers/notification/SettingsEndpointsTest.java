package dev.tagalong.handlers.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.memory.Desk;
import dev.tagalong.handlers.frontdesk.Answer;
import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsEndpointsTest {
    private final FrontDesk front = new FrontDesk();
    private final GetNotificationSettings get = new GetNotificationSettings(front.edge, front.preferences());
    private final ChangeNotificationSettings change = new ChangeNotificationSettings(front.edge, front.preferences());

    private Answer bobChanges(String body) {
        return front.as(Desk.BOB).body(body).to(change);
    }

    @Test
    void everyChannelIsOnAndEveryAutoFollowOffAtFirst() {
        assertThat(front.as(Desk.BOB).to(get).text())
                .isEqualTo(
                        "{\"data\":{\"added\":{\"toast\":true,\"email\":true},\"reply\":{\"toast\":true,\"email\":true},"
                                + "\"note\":{\"toast\":true,\"email\":true},\"mention\":{\"toast\":true,\"email\":true},"
                                + "\"assigned\":{\"toast\":true,\"email\":true},\"update\":{\"toast\":true,\"email\":true},"
                                + "\"auto_follow\":{\"mention\":false,\"reply\":false,\"assign\":false},"
                                + "\"quiet_window_seconds\":null}}");
    }

    @Test
    void onlyWhatIsGivenChanges() {
        bobChanges("{\"added\":{\"email\":false},\"auto_follow\":{\"mention\":true},\"quiet_window_seconds\":60}");
        var answer = bobChanges("{\"note\":{\"toast\":false}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("data.added.email")).isEqualTo(false);
        assertThat(answer.at("data.added.toast")).isEqualTo(true);
        assertThat(answer.at("data.note.toast")).isEqualTo(false);
        assertThat(answer.at("data.auto_follow.mention")).isEqualTo(true);
        assertThat(answer.at("data.quiet_window_seconds")).isEqualTo(60);
        assertThat(front.as(Desk.BOB).to(get).text()).isEqualTo(answer.text());
    }

    @Test
    void nullMeansTheWorkspacesWindow() {
        bobChanges("{\"quiet_window_seconds\":60}");

        assertThat(bobChanges("{\"quiet_window_seconds\":null}").at("data.quiet_window_seconds"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"added\":true} | added: must be an object",
                "{\"added\":{\"toast\":\"no\"}} | added.toast: must be true or false",
                "{\"update\":{\"email\":0}} | update.email: must be true or false",
                "{\"auto_follow\":[]} | auto_follow: must be an object",
                "{\"auto_follow\":{\"assign\":1}} | auto_follow.assign: must be true or false",
                "{\"quiet_window_seconds\":901} | quiet_window_seconds: must be a whole number from 0 to 900",
                "{\"quiet_window_seconds\":-1} | quiet_window_seconds: must be a whole number from 0 to 900",
                "{\"quiet_window_seconds\":\"60\"} | quiet_window_seconds: must be a whole number from 0 to 900"
            })
    void badInputNamesTheField(String body, String message) {
        assertThat(bobChanges(body).refusal()).isEqualTo("400 InputError " + message);
    }

    @Test
    void withoutATokenNothingIsTold() {
        assertThat(new Request().to(get).status()).isEqualTo(401);
        assertThat(new Request().body("{}").to(change).status()).isEqualTo(401);
    }
}
