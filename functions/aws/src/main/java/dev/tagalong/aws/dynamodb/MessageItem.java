package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.EventId;
import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageType;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A message. A request body of 256 KB at most keeps it under the 400 KB that an item may have. */
final class MessageItem {
    static final String HERE = "message";
    static final String TYPE = "type";

    private MessageItem() {}

    static Map<String, AttributeValue> write(WorkspaceId workspace, Message message) {
        return Item.of(Keys.message(workspace, message.conversation(), message.id()), HERE)
                .put(TYPE, message.type())
                .put("author", message.author().value())
                .put("content", message.content())
                .putAll(
                        "mentions",
                        message.mentions().stream()
                                .map(user -> Integer.toString(user.value()))
                                .toList())
                .put("createdAt", message.createdAt())
                .attributes();
    }

    static Message read(Map<String, AttributeValue> attributes) {
        var item = Item.read(attributes);
        var key = Keys.Key.of(attributes);
        return new Message(
                EventId.parse(key.sk().substring(Keys.MESSAGE.length())),
                Keys.conversationOf(key),
                item.constant(TYPE, MessageType.class),
                new UserId(item.count("author")),
                item.text("content"),
                item.texts("mentions").stream()
                        .map(user -> new UserId(Integer.parseInt(user)))
                        .toList(),
                item.instant("createdAt"));
    }
}
