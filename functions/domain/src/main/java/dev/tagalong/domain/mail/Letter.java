package dev.tagalong.domain.mail;

import java.util.Map;

/**
 * A mail, both its parts said out.
 *
 * @param to one address
 * @param toName shown beside it
 * @param subject one line
 * @param text the plain part
 * @param html the HTML part, every outside text in it escaped
 * @param headers further headers by name, such as References
 * @param tags what comes back with news of it, and does not go to the recipient
 */
public record Letter(
        String to,
        String toName,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        Map<String, String> tags) {
    public Letter {
        headers = Map.copyOf(headers);
        tags = Map.copyOf(tags);
    }
}
