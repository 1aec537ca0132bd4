package dev.tagalong.aws.inbound;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The text in HTML, for mails that have no other: line by line as a reader sees it, and what it quotes behind &gt;, as
 * plain text has it.
 */
final class HtmlText implements NodeVisitor {
    /** Of HTML no more letters are read: twenty times a message, however much the marks around it take. */
    static final int MOST_LETTERS = 1_000_000;

    /** Quotes within more quotes than these look the same. */
    private static final int MOST_QUOTES = 9;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
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
        } else if (node instanceof Element element && element.isBlock()) {
            endLine();
            quotes += element.nameIs("blockquote") ? 1 : 0;
            preformatted += element.nameIs("pre") ? 1 : 0;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
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
            boolean follows = !line.isEmpty() && line.charAt(line.length() - 1) != ' ';
            line.append(follows ? words : words.stripLeading());
        }
    }

    private void endLine() {
        if (!line.isEmpty()) {
            writeLine();
        }
    }

    private void writeLine() {
        text.append("> ".repeat(Math.min(MOST_QUOTES, quotes)))
                .append(line.toString().stripTrailing())
                .append('\n');
        line.setLength(0);
    }
}
