package dev.tagalong.domain.live;

import dev.tagalong.domain.ConversationId;
import dev.tagalong.domain.conversation.ChangedField;
import dev.tagalong.domain.conversation.Conversation;
import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.notification.Notification;
import dev.tagalong.domain.notification.Sentence;
import dev.tagalong.domain.people.User;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server tells a socket of its own accord. */
public sealed interface Frame {
    /** A message was posted; author is absent if erased. */
    record NewMessage(Message message, @Nullable User author) implements Frame {}

    /** A row came into the recipient's inbox. */
    record NewNotification(Notification row, Sentence sentence) implements Frame {}

    /** Fields of a conversation changed. */
    record ConversationUpdate(Conversation conversation, Set<ChangedField> changes) implements Frame {}

    /** Who looks at a conversation changed. */
    record PresenceUpdate(ConversationId conversation, List<User> viewers) implements Frame {}

    /** Somebody writes, or no longer. */
    record SomebodyTypes(Typing typing, User who) implements Frame {}

    /** Who follows changed. */
    record ParticipantsUpdate(Conversation conversation, List<User> participants) implements Frame {}
}
