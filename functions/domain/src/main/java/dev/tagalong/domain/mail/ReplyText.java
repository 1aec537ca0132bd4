package dev.tagalong.domain.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes from a reply what its writer wrote: not the history that their mail program put under it, nor a signature. What
 * they wrote between quoted lines stays, quotes and all.
 */
final class ReplyText {
    private static final Pattern BLANK = Pattern.compile("\\s*");
    private static final Pattern BLANK_OR_QUOTED = Pattern.compile("\\s*(>.*)?");
    /** Who wrote, in some languages. */
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?iU)\\s*(on|am|le|el|il|em|op|den|på|w dniu)\\b.{0,300}\\b"
                    + "(wrote|schrieb|écrit|escribió|scritto|escreveu|schreef|skrev|napisał\\(?a?\\)?)\\b.{0,100}:\\s*");
    /** Who wrote and when, in any language: an address in brackets, a year, a time, and a colon at the end. */
    private static final Pattern DATED_INTRODUCTION =
            Pattern.compile("(?U)(?=.*[<(][^<>()\\s]*@)(?=.*\\d{4})(?=.*\\d{1,2}[:.]\\d{2}).*[:：][\\s\\p{Cf}]*");

    private static final Pattern ORIGINAL = Pattern.compile(
            "(?iu)\\s*-{2,}\\s*(original message|forwarded message|ursprüngliche nachricht|message d'origine|"
                    + "mensaje original|messaggio originale|oorspronkelijk bericht)\\s*-{2,}\\s*|\\s*_{20,}\\s*");
    private static final Pattern HEADER = header(
            "from|sent|date|to|cc|subject|von|gesendet|datum|an|betreff|de|envoyé|à|objet|enviado|enviado el|fecha|para|"
                    + "asunto|enviada|enviada em|data|assunto|da|inviato|a|oggetto|van|verzonden|aan|onderwerp|od|wysłano|do|"
                    + "temat|från|skickat|till|ämne|fra|sendt|til|emne|lähettäjä|lähetetty|vastaanottaja|aihe|от|отправлено|"
                    + "дата|кому|тема|发件人|发送时间|收件人|主题|差出人|送信日時|宛先|件名|보낸 사람|보낸 날짜|받는 사람|제목");
    private static final Pattern SUBJECT =
            header("subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|ämne|emne|aihe|тема|主题|件名|제목");
    private static final Pattern SIGNATURE = Pattern.compile("--\\s?");
    private static final String DEVICES =
            "(iphone|ipad|ios|android|galaxy|samsung|huawei|xiaomi|outlook|yahoo|windows|smartphone|mobil|handy)";
    /** What a telephone signs with, in some languages: it says what it is. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?iu)\\s*(sent from|get outlook for|gesendet von|gesendet mit|von meine?m|envoyé de|envoyé depuis|enviado desde|"
                    + "enviado do|inviato da|verzonden vanaf|verstuurd vanaf|wysłane z|skickat från|sendt fra|"
                    + "отправлено с|отправлено из|发自我的).{0,40}\\b" + DEVICES + ".{0,40}|\\s*" + DEVICES
                    + "から送信\\s*");

    private static final int MOST_LINES = 20_000;
    private static final int LONGEST_INTRODUCTION = 600;
    private static final int FEWEST_HEADERS = 3;
    private static final int MOST_HEADERS = 8;

    private ReplyText() {}

    private static Pattern header(String names) {
        return Pattern.compile("(?iu)\\s*[*]?(" + names + ")\\s?[*]?\\s?[:：].*");
    }

    static String of(String text) {
        var lines = new ArrayList<String>(List.of(text.split("\\r\\n|[\\r\\n]", MOST_LINES)));
        int added = end(lines);
        int history = back(lines, added, BLANK_OR_QUOTED);
        int end = back(lines, introduction(lines, history), BLANK);
        return String.join("\n", lines.subList(0, isSignedByDevice(lines, end) ? end - 1 : end))
                .strip();
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

    /** Some lines of headers in a row, the subject among them, are those of the mail that is answered. */
    private static boolean isHeaders(List<String> lines, int at) {
        var headers = lines.subList(at, Math.min(lines.size(), at + MOST_HEADERS)).stream()
                .takeWhile(line -> HEADER.matcher(line).matches())
                .toList();
        return headers.size() >= FEWEST_HEADERS
                && headers.stream().anyMatch(line -> SUBJECT.matcher(line).matches());
    }

    /** From there back over such lines. */
    private static int back(List<String> lines, int end, Pattern such) {
        int at = end;
        while (at > 0 && such.matcher(lines.get(at - 1)).matches()) {
            at--;
        }
        return at;
    }

    /** Leaves out the sentence above a quotation, which programs may break into up to three lines. */
    private static int introduction(List<String> lines, int end) {
        if (end == lines.size()) {
            return end;
        }
        for (int count = 1; count <= 3 && count <= end; count++) {
            if (isIntroduction(String.join(" ", lines.subList(end - count, end)))) {
                return end - count;
            }
        }
        return end;
    }

    private static boolean isIntroduction(String sentence) {
        return sentence.length() <= LONGEST_INTRODUCTION
                && (INTRODUCTION.matcher(sentence).matches()
                        || DATED_INTRODUCTION.matcher(sentence).matches());
    }

    private static boolean isSignedByDevice(List<String> lines, int end) {
        return end > 0
                && DEVICE.matcher(lines.get(end - 1)).matches()
                && (end == 1 || lines.get(end - 2).isBlank());
    }
}
