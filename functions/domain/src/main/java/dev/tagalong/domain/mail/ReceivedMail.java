package dev.tagalong.domain.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says of itself.
 *
 * @param messageId null if it has none
 * @param from every address in From
 * @param automatic whether its headers say that no person wrote it
 * @param text what is written in it, with what it quotes
 * @param attachments how many parts were left out
 * @param isCut whether there is more text than is read
 */
public record ReceivedMail(
        @Nullable String messageId, List<String> from, boolean automatic, String text, int attachments, boolean isCut) {
    public ReceivedMail {
        from = List.copyOf(from);
    }
}
