package dev.tagalong.domain.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Text as people search for it and lists are sorted by: without case, accents and needless blanks. Whatever is searched for
 * is folded as what it is searched in.
 *
 * @param text may be empty
 */
public record Folded(String text) {
    /** Letters that Unicode does not take apart into a letter and its accent, and the sigma that ends a word. */
    private static final Map<String, String> WHOLE = Map.of(
            "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "æ", "ae", "œ", "oe", "ı", "i", "ς", "σ");

    /** Folds a text; one of nothing but accents and blanks becomes empty. */
    public static Folded of(String text) {
        var bare = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        for (var letter : WHOLE.entrySet()) {
            bare = bare.replace(letter.getKey(), letter.getValue());
        }
        return new Folded(bare);
    }

    /** Whether this text, or what follows from one of its words on, begins so. An empty beginning begins everything. */
    public boolean begins(Folded beginning) {
        var wanted = beginning.text();
        boolean inWord = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            boolean letter = Character.isLetterOrDigit(text.codePointAt(at));
            if ((at == 0 || (letter && !inWord)) && text.startsWith(wanted, at)) {
                return true;
            }
            inWord = letter;
        }
        return wanted.isEmpty();
    }
}
