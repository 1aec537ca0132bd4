package dev.tagalong.aws.inbound;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The text in HTML, for mails that have no other: line by line as a reader sees it, what it quotes behind &gt;, as plain text
 * has it, links with the address they lead to, and pictures by what their writer says they show.
 */
final class HtmlText implements NodeVisitor {
    /** Of HTML no more letters are read: twenty times a message, however much the marks around it take. */
    static final int MOST_LETTERS = 1_000_000;

    /** Quotes within more quotes than these look the same. */
    private static final int MOST_QUOTES = 9;

    /** What may follow a link's words: an address of the web, of mail or of a telephone, if somebody could still read it. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|mailto:|tel:)[^\\s?]{1,500}(?:\\?\\S{0,500})?", Pattern.CASE_INSENSITIVE);

    private static final Pattern SCHEME = Pattern.compile("^(?:https?://|mailto:|tel:)", Pattern.CASE_INSENSITIVE);
    /** What stands where programs leave a line empty, since a paragraph of nothing has no height. */
    private static final char NO_BREAK_SPACE = '\u00a0';

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    /** How many words and pictures stood before each link that is open. */
    private final Deque<Integer> links = new ArrayDeque<>();

    private int seen;
    /** Whether there is a line though nothing is in it. */
    private boolean isHeld;

    private int quotes;
    private int preformatted;

    private HtmlText() {}

    /** Throws a RuntimeException of the parser at what only somebody hostile writes. */
    static String of(String html) {
        var body = Jsoup.parse(html.length() > MOST_LETTERS ? html.substring(0, MOST_LETTERS) : html)
                .body();
        body.select("title, template").remove();
        var reader = new HtmlText();
        NodeTraversor.traverse(reader, body);
        reader.endLine();
        return reader.text.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode found) {
            read(found);
        } else if (node.nameIs("br")) {
            writeLine();
        } else if (node.nameIs("img")) {
            picture(node.attr("alt"));
        } else if (node.nameIs("a")) {
            links.push(seen);
        } else if (node instanceof Element element && element.isBlock()) {
            endLine();
            quotes += element.nameIs("blockquote") ? 1 : 0;
            preformatted += element.nameIs("pre") ? 1 : 0;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node.nameIs("a")) {
            boolean isSeen = seen > links.pop();
            if (isSeen && quotes == 0) {
                link(node.attr("href").strip());
            }
        } else if (node instanceof Element element && element.isBlock()) {
            endLine();
            quotes -= element.nameIs("blockquote") ? 1 : 0;
            preformatted -= element.nameIs("pre") ? 1 : 0;
        }
    }

    private void read(TextNode found) {
        if (preformatted > 0) {
            var written = found.getWholeText().split("\\R", -1);
            line.append(written[0]);
            for (int at = 1; at < written.length; at++) {
                writeLine();
                line.append(written[at]);
            }
        } else {
            var words = found.text();
            boolean follows = !line.isEmpty() && !endsInSpace();
            line.append(follows ? words : words.stripLeading());
            isHeld |= found.getWholeText().indexOf(NO_BREAK_SPACE) >= 0;
        }
        seen += found.isBlank() ? 0 : 1;
    }

    /** What a picture shows, in brackets; an emoji is drawn as one by some programs, and stands for itself. */
    private void picture(String alternative) {
        var shown = WHITE_SPACE.matcher(alternative.strip()).replaceAll(" ");
        if (!shown.isEmpty()) {
            boolean isWord = shown.codePoints().anyMatch(Character::isLetterOrDigit);
            line.append(isWord ? "[" + shown + "]" : shown);
            seen++;
        }
    }

    /** Where a link leads to, unless its words say so. */
    private void link(String address) {
        if (ADDRESS.matcher(address).matches()) {
            var bare = SCHEME.matcher(address).replaceFirst("");
            boolean isOfTheWeb = address.regionMatches(true, 0, "http", 0, 4);
            var place = isOfTheWeb ? bare : bare.split("\\?", 2)[0];
            boolean isSpaced = endsInSpace();
            line.setLength(line.length() - (isSpaced ? 1 : 0));
            if (!isLast(place) && !isLast(place.endsWith("/") ? place.substring(0, place.length() - 1) : place + "/")) {
                line.append(line.isEmpty() ? "(" : " (")
                        .append(isOfTheWeb ? address : place)
                        .append(')');
            }
            line.append(isSpaced ? " " : "");
        }
    }

    private boolean endsInSpace() {
        return !line.isEmpty() && line.charAt(line.length() - 1) == ' ';
    }

    /** Whether the line ends so by now. */
    private boolean isLast(String words) {
        int from = line.length() - words.length();
        return from >= 0 && line.substring(from).equalsIgnoreCase(words);
    }

    /** Ends a line if there is one; of several empty ones one stays. */
    private void endLine() {
        int end = text.length();
        boolean isAfterEmpty = end > 1 && text.charAt(end - 1) == '\n' && text.charAt(end - 2) == '\n';
        if (!line.isEmpty() || (isHeld && !isAfterEmpty)) {
            writeLine();
        }
        isHeld = false;
    }

    private void writeLine() {
        text.append("> ".repeat(Math.min(MOST_QUOTES, quotes)))
                .append(line.toString().stripTrailing())
                .append('\n');
        line.setLength(0);
        isHeld = false;
    }
}
