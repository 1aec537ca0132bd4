package dev.tagalong.handlers.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.conversation.Assignment;
import dev.tagalong.domain.conversation.ChangedField;
import dev.tagalong.domain.live.Frame;
import dev.tagalong.domain.memory.Desk;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import dev.tagalong.domain.notification.Kind;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Reason;
import dev.tagalong.domain.notification.Sentence;
import dev.tagalong.domain.people.Person;
import dev.tagalong.handlers.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameTextTest {
    private final Desk desk = new Desk();
    private final ConversationId ticket = desk.supportTicket();
    private final FrameText frames = new FrameText();

    private String message(String content) {
        var message = new Message(
                desk.ids.event(), ticket, MessageType.NOTE, Desk.BOB, content, List.of(), desk.clock.instant());
        return frames.text(new Frame.NewMessage(message, desk.user(Desk.BOB)));
    }

    private static Map<?, ?> data(String frame) {
        return (Map<?, ?>)
                Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(Json.readAny(frame))).get("data"));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void aMessageHasAllItsFields() {
        var frame = message("Hello");

        assertThat(frame).startsWith("{\"type\":\"new_message\",\"data\":{");
        assertThat(data(frame).keySet().stream().map(String::valueOf))
                .contains(
                        "id",
                        "uuid",
                        "conversation_uuid",
                        "type",
                        "status",
                        "private",
                        "content_type",
                        "content",
                        "text_content",
                        "sender_id",
                        "sender_type",
                        "created_at",
                        "meta");
        assertThat(data(frame).get("meta")).isEqualTo(Map.of());
        assertThat(data(frame).get("private")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "👋", "\"", "\n", "\u0001"})
    void aLongMessageIsCutAndSaysSo(String character) {
        var frame = message(character.repeat(200_000));
        var content = String.valueOf(data(frame).get("content"));

        assertThat(bytes(frame)).isLessThanOrEqualTo(24 * 1024).isGreaterThan(8 * 1024);
        assertThat(data(frame).get("meta")).isEqualTo(Map.of("truncated", true));
        assertThat(data(frame).get("text_content")).isEqualTo(content);
        assertThat(content).isEqualTo(character.repeat(content.length() / character.length()));
    }

    @Test
    void aMessageThatJustFitsIsWhole() {
        int room = 24 * 1024 - bytes(message(""));
        // content stands in the frame twice
        var fits = message("a".repeat(room / 2));
        var tooLong = message("a".repeat(room / 2 + 1));

        assertThat(data(fits).get("meta")).isEqualTo(Map.of());
        assertThat(data(tooLong).get("meta")).isEqualTo(Map.of("truncated", true));
    }

    @Test
    void aMessageOfSomebodyErasedHasNoSenderType() {
        var message = new Message(
                desk.ids.event(), ticket, MessageType.OUTGOING, Desk.BOB, "a", List.of(), desk.clock.instant());

        assertThat(data(frames.text(new Frame.NewMessage(message, null))).get("sender_type"))
                .isNull();
    }

    @Test
    void aNotificationIsShapedLikeARowOfTheInbox() {
        var now = desk.clock.instant();
        var row = new Notification(
                desk.ids.event(), Desk.ALICE, ticket, Kind.ADDED, Reason.ADDED, Desk.BOB, null, now, now, null, null);
        var frame = frames.text(new Frame.NewNotification(row, new Sentence("Bob added you", "")));

        assertThat(frame).startsWith("{\"type\":\"new_notification\",");
        assertThat(data(frame).keySet().stream().map(String::valueOf))
                .containsExactly(
                        "id",
                        "type",
                        "reason",
                        "title",
                        "description",
                        "conversation_uuid",
                        "message_id",
                        "read_at",
                        "created_at");
        assertThat(data(frame).get("title")).isEqualTo("Bob added you");
    }

    @Test
    void anUpdateHoldsOnlyWhatChanged() {
        var frame = frames.text(new Frame.ConversationUpdate(desk.ticket(ticket), Set.of(ChangedField.STATUS)));

        assertThat(frame)
                .isEqualTo("{\"type\":\"conversation_update\",\"data\":{\"uuid\":\"" + ticket
                        + "\",\"status\":\"open\"}}");
    }

    @Test
    void everyFieldThatChangesIsNamedAsInTheConversation() {
        desk.assign(ticket, new Assignment(Desk.BOB, null));
        var update = new Frame.ConversationUpdate(desk.ticket(ticket), EnumSet.allOf(ChangedField.class));

        assertThat(data(frames.text(update)).keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder(
                        "uuid", "subject", "status", "priority", "tags", "assigned_user_id", "assigned_team_id");
        assertThat(data(frames.text(update)).get("assigned_user_id")).isEqualTo(42);
    }

    @Test
    void participantsAreShapedAsInTheList() {
        var frame = frames.text(new Frame.ParticipantsUpdate(desk.ticket(ticket), List.of(desk.user(Desk.ALICE))));

        assertThat(frame)
                .isEqualTo("{\"type\":\"participants_update\",\"data\":{\"conversation_uuid\":\"" + ticket
                        + "\",\"participants\":[{\"id\":17,\"first_name\":\"Alice\",\"last_name\":\"Jones\","
                        + "\"email\":\"alice@example.com\",\"type\":\"agent\",\"avatar_url\":null}]}}");
    }

    private String participants(int count, @Nullable String avatar, String name) {
        var users = IntStream.range(0, count)
                .mapToObj(at -> desk.user(desk.agent(1000 + at)))
                .map(user -> user.with(
                        new Person(
                                user.person().firstName(), name, user.person().email(), avatar),
                        null,
                        user.role(),
                        true))
                .toList();
        return frames.text(new Frame.ParticipantsUpdate(desk.ticket(ticket), users));
    }

    private static List<Map<?, ?>> participants(String frame) {
        var all = (List<?>) Objects.requireNonNull(data(frame).get("participants"));
        return all.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }

    @Test
    void participantsThatFitKeepTheirPictures() {
        var frame = participants(10, "https://pictures.example/" + "a".repeat(1975), "Extra");

        assertThat(participants(frame))
                .hasSize(10)
                .allSatisfy(each -> assertThat(each.get("avatar_url")).isNotNull());
        assertThat(data(frame).get("meta")).isNull();
    }

    @Test
    void theirPicturesAreLeftOutFirstAndItSaysSo() {
        var frame = participants(100, "https://pictures.example/" + "a".repeat(1975), "Extra");

        assertThat(bytes(frame)).isLessThanOrEqualTo(24 * 1024);
        assertThat(participants(frame))
                .hasSize(100)
                .allSatisfy(each -> assertThat(each.get("avatar_url")).isNull());
        assertThat(data(frame).get("meta")).isEqualTo(Map.of("truncated", true));
    }

    @Test
    void participantsWhoStillDoNotFitAreLeftOutFromTheEndAndItSaysSo() {
        var frame = participants(1000, null, "é".repeat(100));
        var shown = participants(frame);

        assertThat(bytes(frame)).isLessThanOrEqualTo(24 * 1024).isGreaterThan(8 * 1024);
        assertThat(shown.stream().<Object>map(each -> each.get("id")))
                .isEqualTo(IntStream.range(1000, 1000 + shown.size())
                        .<Object>mapToObj(id -> id)
                        .toList());
        assertThat(data(frame).get("meta")).isEqualTo(Map.of("truncated", true));
    }
}
