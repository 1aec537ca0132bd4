package dev.tagalong.handlers.message;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.message.Draft;
import dev.tagalong.handlers.http.Fields;

/** Reads the body by which a message is posted. */
final class PostRequest {
    private static final int LONGEST = 256 * 1024;
    private static final int MOST_MENTIONS = 50;

    private PostRequest() {}

    static Draft read(Fields body) {
        return new Draft(
                body.text("message", LONGEST),
                body.flag("private").orElse(false),
                body.optionalWord("sender_type", SenderType.class).orElse(SenderType.AGENT) == SenderType.CONTACT,
                body.numbers("mentions", MOST_MENTIONS).stream()
                        .map(UserId::new)
                        .toList());
    }

    /** In whose name a message is posted. */
    enum SenderType {
        AGENT,
        CONTACT
    }
}
