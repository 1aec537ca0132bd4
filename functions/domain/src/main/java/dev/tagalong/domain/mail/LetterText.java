package dev.tagalong.domain.mail;

import java.util.List;
import java.util.stream.Collectors;

/** The two parts of a notification mail. Everything that came from outside is escaped in the HTML one. */
final class LetterText {
    private LetterText() {}

    static String plain(List<Part> parts, String why, String link) {
        var told = parts.stream()
                .map(part -> part.text().isEmpty() ? part.title() : part.title() + "\n\n" + part.text())
                .collect(Collectors.joining("\n\n---\n\n"));
        return told + "\n\n" + link + "\n\n" + why + "\n";
    }

    static String html(String title, List<Part> parts, String why, String link) {
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>%s</title></head>
            <body style="margin:0;padding:16px;font:16px/1.5 system-ui,sans-serif">
            <div style="max-width:600px;margin:0 auto">
            %s
            <p><a href="%s" style="display:inline-block;padding:12px 20px;border-radius:6px;\
            background:#1a56db;color:#fff;text-decoration:none">Open the ticket</a></p>
            <p style="color:#6b7280;font-size:14px">%s</p>
            </div></body></html>
            """.formatted(
                        escape(title),
                        parts.stream().map(LetterText::html).collect(Collectors.joining()),
                        escape(link),
                        escape(why));
    }

    private static String html(Part part) {
        var title = """
            <p style="margin:16px 0 8px"><strong dir="auto">%s</strong></p>
            """.formatted(escape(part.title()));
        return part.text().isEmpty() ? title : title + quote(part.text());
    }

    private static String quote(String text) {
        return """
            <blockquote dir="auto" style="margin:0 0 16px;padding:8px 16px;border-left:3px solid #9ca3af;\
            white-space:pre-wrap;overflow-wrap:anywhere">%s</blockquote>
            """.formatted(escape(text));
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
