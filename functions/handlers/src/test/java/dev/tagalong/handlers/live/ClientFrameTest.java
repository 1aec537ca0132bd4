package dev.tagalong.handlers.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.live.Typing;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientFrameTest {
    private static final String UUID_TEXT = "afa55a3b-60fa-4930-8382-4ad39cf6929f";
    private static final ConversationId TICKET = new ConversationId(UUID.fromString(UUID_TEXT));

    @Test
    void aLiteralPingIsRead() {
        assertThat(ClientFrame.read("ping")).isEqualTo(new ClientFrame.Ping());
    }

    @Test
    void subscribingIsAnsweredAndViewingIsNot() {
        assertThat(ClientFrame.read(frame("conversation_subscribe", "{\"conversation_uuid\":\"" + UUID_TEXT + "\"}")))
                .isEqualTo(new ClientFrame.View(
                        TICKET,
                        "{\"type\":\"conversation_subscribed\",\"data\":{\"conversation_uuid\":\"" + UUID_TEXT
                                + "\"}}"));
        assertThat(ClientFrame.read(frame("view_conversation", "{\"conversation_uuid\":\"" + UUID_TEXT + "\"}")))
                .isEqualTo(new ClientFrame.View(TICKET, ""));
    }

    @Test
    void anEmptyUuidEndsViewing() {
        assertThat(ClientFrame.read(frame("view_conversation", "{\"conversation_uuid\":\"\"}")))
                .isEqualTo(new ClientFrame.EndView());
    }

    @Test
    void typingSaysWhereAndWhetherInPrivate() {
        var data = "{\"conversation_uuid\":\"" + UUID_TEXT + "\",\"is_typing\":true,\"is_private_message\":true}";

        assertThat(ClientFrame.read(frame("typing", data)))
                .isEqualTo(new ClientFrame.Writing(new Typing(TICKET, true, true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "pong",
                "PING",
                "{",
                "[]",
                "null",
                "17",
                "{}",
                "{\"type\":7}",
                "{\"type\":null}",
                "{\"data\":{}}",
                "{\"type\":\"typing\"}{}",
                "{\"type\":\"typing\",\"type\":\"typing\"}"
            })
    void whatIsNoFrameIsSaidToBeNone(String text) {
        assertThat(ClientFrame.read(text)).isEqualTo(new ClientFrame.Wrong("invalid message format"));
    }

    @Test
    void deepNestingIsNoFrame() {
        assertThat(ClientFrame.read(frame("typing", "[".repeat(10_000) + "]".repeat(10_000))))
                .isEqualTo(new ClientFrame.Wrong("invalid message format"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pong", "Typing", "new_message", "conversation_unsubscribe"})
    void anUnknownTypeIsSaidToBeUnknown(String type) {
        assertThat(ClientFrame.read(frame(type, "{}"))).isEqualTo(new ClientFrame.Wrong("unknown message type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation_subscribe", "view_conversation", "typing"})
    void aConversationIsRequired(String type) {
        var required = new ClientFrame.Wrong("conversation_uuid is required");

        assertThat(ClientFrame.read(frame(type, "{}"))).isEqualTo(required);
        assertThat(ClientFrame.read(frame(type, "null"))).isEqualTo(required);
        assertThat(ClientFrame.read(frame(type, "{\"conversation_uuid\":null}")))
                .isEqualTo(required);
        assertThat(ClientFrame.read("{\"type\":\"" + type + "\"}")).isEqualTo(required);
    }

    @ParameterizedTest
    @CsvSource({"conversation_subscribe", "typing"})
    void onlyViewingCanBeEnded(String type) {
        assertThat(ClientFrame.read(frame(type, "{\"conversation_uuid\":\"\"}")))
                .isEqualTo(new ClientFrame.Wrong("conversation_uuid is required"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"x\"",
                "7",
                "{\"conversation_uuid\":7}",
                "{\"conversation_uuid\":\"217\"}",
                "{\"conversation_uuid\":\"1-1-1-1-1\"}",
                "{\"conversation_uuid\":[]}"
            })
    void dataOfTheWrongFormIsInvalid(String data) {
        for (var type : new String[] {"conversation_subscribe", "view_conversation", "typing"}) {
            assertThat(ClientFrame.read(frame(type, data)))
                    .isEqualTo(new ClientFrame.Wrong("invalid subscription data"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"is_typing\":\"yes\"", ",\"is_typing\":null"})
    void typingIsTrueOrFalse(String rest) {
        var data = "{\"conversation_uuid\":\"" + UUID_TEXT + "\"" + rest + "}";

        assertThat(ClientFrame.read(frame("typing", data)))
                .isEqualTo(new ClientFrame.Wrong("invalid subscription data"));
    }

    private static String frame(String type, String data) {
        return "{\"type\":\"" + type + "\",\"data\":" + data + "}";
    }
}
