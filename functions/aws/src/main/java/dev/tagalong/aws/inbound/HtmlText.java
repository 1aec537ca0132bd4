package dev.tagalong.aws.inbound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text in HTML, for mails that have no other: without what is never shown, and without what they quote. */
final class HtmlText {
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<!--.*?-->|<(style|script|head|title|template)\\b[^>]*>.*?</\\1\\s*>");
    private static final Pattern QUOTED = Pattern.compile("(?is)<blockquote\\b.*</blockquote\\s*>");
    private static final Pattern BREAK = Pattern.compile("(?i)<(br|/p|/div|/li|/tr|/h[1-6])\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern NUMBER = Pattern.compile("&#([0-9]{1,7});");

    private HtmlText() {}

    static String of(String html) {
        var seen = QUOTED.matcher(UNSEEN.matcher(html).replaceAll("")).replaceAll("");
        var lines = BREAK.matcher(seen.replaceAll("\\s+", " ")).replaceAll("\n");
        return unescaped(TAG.matcher(lines).replaceAll(""))
                .replaceAll(" *\n *", "\n")
                .strip();
    }

    private static String unescaped(String text) {
        return NUMBER.matcher(text)
                .replaceAll(number -> character(Integer.parseInt(number.group(1))))
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static String character(int point) {
        return Character.isValidCodePoint(point) && Character.isDefined(point)
                ? Matcher.quoteReplacement(Character.toString(point))
                : "";
    }
}
