package dev.tagalong.aws.dynamodb;

import dev.tagalong.domain.people.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a person is found by its beginning: their name and their address, and each from any of its words on. A search for
 * several words finds them in the order in which they stand.
 */
final class DirectoryTokens {
    private static final int MOST = 20;
    private static final int LONGEST = 64;

    /** Letters that Unicode does not take apart into a letter and its accent. */
    private static final Map<String, String> WHOLE =
            Map.of("ß", "ss", "ø", "o", "ł", "l", "đ", "d", "æ", "ae", "œ", "oe", "ı", "i");

    private DirectoryTokens() {}

    /** The tokens of a person, folded, at most twenty, each at most 64 characters. */
    static SortedSet<String> of(Person person) {
        var tokens = new TreeSet<String>();
        addWords(tokens, person.fullName());
        var email = person.email();
        if (email != null) {
            addWords(tokens, email);
        }
        return tokens;
    }

    private static void addWords(SortedSet<String> tokens, String text) {
        var folded = fold(text);
        boolean inWord = false;
        for (int at = 0;
                at < folded.length() && tokens.size() < MOST;
                at += Character.charCount(folded.codePointAt(at))) {
            boolean letter = Character.isLetterOrDigit(folded.codePointAt(at));
            if (letter && !inWord) {
                tokens.add(cut(folded.substring(at)));
            }
            inWord = letter;
        }
    }

    /** Without case and accents, its blanks single; whatever is searched for is folded the same. */
    static String fold(String text) {
        var bare = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\s+", " ")
                .strip();
        for (var letter : WHOLE.entrySet()) {
            bare = bare.replace(letter.getKey(), letter.getValue());
        }
        return bare;
    }

    private static String cut(String token) {
        return token.codePointCount(0, token.length()) <= LONGEST
                ? token
                : token.substring(0, token.offsetByCodePoints(0, LONGEST));
    }

    /** A token as it stands in a key: whatever begins another token begins it here too. */
    static String encode(String token) {
        return URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    /** The first letter of a token, which names its partition. */
    static String letter(String token) {
        return encode(token.substring(0, token.offsetByCodePoints(0, 1)));
    }
}
