package dev.tagalong.domain.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes from a reply what its writer wrote: not the history that their mail program put under it, nor a signature. What
 * they wrote between quoted lines stays, quotes and all.
 */
final class ReplyText {
    private static final Pattern QUOTED = Pattern.compile("\\s*>.*");
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?iU)\\s*(on|am|le|el|il|em|op|den|på|w dniu)\\b.{0,300}\\b"
                    + "(wrote|schrieb|écrit|escribió|scritto|escreveu|schreef|skrev|napisał\\(?a?\\)?)\\b.{0,100}:\\s*");
    private static final Pattern ORIGINAL = Pattern.compile(
            "(?iu)\\s*-{2,}\\s*(original message|forwarded message|ursprüngliche nachricht|message d'origine|"
                    + "mensaje original|messaggio originale|oorspronkelijk bericht)\\s*-{2,}\\s*|\\s*_{20,}\\s*");
    private static final Pattern HEADER =
            Pattern.compile("(?i)\\s*[*]?(from|sent|date|to|subject|von|gesendet|an|betreff):.*");
    private static final Pattern SIGNATURE = Pattern.compile("--\\s?");
    private static final int MOST_LINES = 20_000;

    private ReplyText() {}

    static String of(String text) {
        var lines = new ArrayList<String>(List.of(text.split("\\r\\n|[\\r\\n]", MOST_LINES)));
        int end = end(lines);
        while (end > 0 && isHistory(lines.get(end - 1))) {
            end--;
        }
        return String.join("\n", lines.subList(0, introduction(lines, end))).strip();
    }

    /** Where what is certainly not the writer's begins. */
    private static int end(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (ORIGINAL.matcher(lines.get(at)).matches()
                    || SIGNATURE.matcher(lines.get(at)).matches()
                    || isHeaders(lines, at)) {
                return at;
            }
        }
        return lines.size();
    }

    /** Three lines of headers in a row are those of the mail that is answered. */
    private static boolean isHeaders(List<String> lines, int at) {
        return at + 3 <= lines.size()
                && lines.subList(at, at + 3).stream()
                        .allMatch(line -> HEADER.matcher(line).matches());
    }

    private static boolean isHistory(String line) {
        return line.isBlank() || QUOTED.matcher(line).matches();
    }

    /** Leaves out the sentence above a quotation, which programs may break into up to three lines. */
    private static int introduction(List<String> lines, int end) {
        if (end == lines.size()) {
            return end;
        }
        for (int count = 1; count <= 3 && count <= end; count++) {
            if (INTRODUCTION
                    .matcher(String.join(" ", lines.subList(end - count, end)))
                    .matches()) {
                return end - count;
            }
        }
        return end;
    }
}
