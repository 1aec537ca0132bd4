package dev.tagalong.handlers.message;

import dev.tagalong.domain.message.Message;
import dev.tagalong.domain.message.MessageView;
import dev.tagalong.domain.people.User;
import dev.tagalong.domain.store.Page;
import dev.tagalong.handlers.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers and frames show messages. */
public final class MessageWire {
    /**
     * Most characters that the messages of a page may have together. A content stands twice in an answer, and of a character
     * seven bytes may become in the answer of a function, which has 6 MB at most.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
     */
    static final int MOST_OF_A_PAGE = 400_000;

    private MessageWire() {}

    static Map<String, @Nullable Object> of(MessageView view) {
        return of(view.message(), view.author());
    }

    /** A page, on which each message that has more is cut to an equal share if all of it would be too much. */
    static Page<Map<String, @Nullable Object>> of(Page<MessageView> page) {
        long all = page.rows().stream()
                .mapToLong(view -> view.message().content().length())
                .sum();
        int most = all <= MOST_OF_A_PAGE
                ? MOST_OF_A_PAGE
                : MOST_OF_A_PAGE / page.rows().size();
        return page.map(view -> of(view.message(), view.author(), most));
    }

    /** A message with the fields of new_message; the author is null if they were erased. */
    public static Map<String, @Nullable Object> of(Message message, @Nullable User author) {
        return of(message, author, message.content().length());
    }

    /** The same with so many characters of its content at most; if some are missing, meta.truncated says so. */
    public static Map<String, @Nullable Object> of(Message message, @Nullable User author, int most) {
        var content = start(message.content(), most);
        boolean cut = content.length() < message.content().length();
        return Json.object(
                "id",
                message.id().toString(),
                "uuid",
                message.id().toString(),
                "conversation_uuid",
                message.conversation().toString(),
                "type",
                message.type().isPrivate() ? "note" : Json.word(message.type()),
                "status",
                message.type().isPrivate() ? "posted" : "sent",
                "private",
                message.type().isPrivate(),
                "content_type",
                "text",
                "content",
                content,
                "text_content",
                content,
                "sender_id",
                message.author().value(),
                "sender_type",
                author == null ? null : Json.word(author.type()),
                "mentions",
                message.mentions().stream().map(user -> user.value()).toList(),
                "created_at",
                Json.time(message.createdAt()),
                "meta",
                cut ? Json.object("truncated", true) : Json.object());
    }

    private static String start(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean splits = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splits ? length - 1 : length);
    }
}
