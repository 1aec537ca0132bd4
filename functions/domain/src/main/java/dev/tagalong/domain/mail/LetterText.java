package dev.tagalong.domain.mail;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The two parts of a notification mail. Everything that came from outside is escaped in the HTML one. Our sentences run from
 * left to right whatever names and subjects are in them; a message runs as its first letter does, and each of its lines as
 * its own does where the reader's program knows how. Colours are left to the reader's program, for light and for dark.
 */
final class LetterText {
    private static final Set<Byte> RIGHT_TO_LEFT =
            Set.of(Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);

    private LetterText() {}

    static String plain(List<Part> parts, String why, String link) {
        var told = parts.stream()
                .map(part -> part.text().isEmpty() ? part.title() : part.title() + "\n\n" + part.text())
                .collect(Collectors.joining("\n\n---\n\n"));
        return told + "\n\nOpen the ticket: " + link + "\n\n" + why + "\n";
    }

    static String html(String title, List<Part> parts, String why, String link) {
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>%s</title></head>
            <body style="margin:0;padding:16px;font:16px/1.5 system-ui,sans-serif">
            <div style="max-width:600px;margin:0 auto">
            %s
            <p><a href="%s" style="display:inline-block;padding:12px 20px;border-radius:6px;\
            background:#1a56db;color:#fff;text-decoration:none">Open the ticket</a></p>
            <p style="opacity:.75;font-size:14px">%s</p>
            </div></body></html>
            """.formatted(
                        escape(title),
                        parts.stream().map(LetterText::html).collect(Collectors.joining()),
                        escape(link),
                        escape(why));
    }

    private static String html(Part part) {
        var title = """
            <p dir="ltr" style="margin:16px 0 8px;overflow-wrap:anywhere"><strong>%s</strong></p>
            """.formatted(escape(part.title()));
        return part.text().isEmpty() ? title : title + quote(part.text());
    }

    private static String quote(String text) {
        boolean isRightToLeft = isRightToLeft(text);
        return """
            <blockquote dir="%s" style="margin:0 0 16px;padding:8px 16px;border-%s:3px solid #9ca3af;\
            white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext">%s</blockquote>
            """.formatted(isRightToLeft ? "rtl" : "ltr", isRightToLeft ? "right" : "left", escape(text));
    }

    /** Whether its first letter is of a script that runs from right to left; not every mail program knows dir="auto". */
    private static boolean isRightToLeft(String text) {
        return text.codePoints()
                .mapToObj(Character::getDirectionality)
                .filter(direction ->
                        direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT || RIGHT_TO_LEFT.contains(direction))
                .findFirst()
                .filter(RIGHT_TO_LEFT::contains)
                .isPresent();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * One event in words.
     *
     * @param text the message, or empty
     */
    record Part(String title, String text) {}
}
