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
 */
public record Letter(String to, String toName, String subject, String text, String html, Map<String, String> headers) {
    public Letter {
        headers = Map.copyOf(headers);
    }
}
