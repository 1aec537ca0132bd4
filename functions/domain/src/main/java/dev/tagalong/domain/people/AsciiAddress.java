package dev.tagalong.domain.people;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * An email address as SES takes it: in ASCII, its domain in Punycode.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html">SendRawEmail</a>
 */
public final class AsciiAddress {
    private AsciiAddress() {}

    /**
     * The address in ASCII; absent if it has none. One that is in ASCII stays as it is. The JDK knows IDNA 2003 alone, in
     * which straße is strasse, by now somebody else's domain: one that does not come back the same has none.
     */
    public static Optional<String> of(String address) {
        int at = address.lastIndexOf('@');
        var domain = address.substring(at + 1);
        return domain(domain)
                .filter(ascii -> at > 0 && isAscii(address.substring(0, at)))
                .map(ascii -> address.substring(0, at + 1) + ascii);
    }

    /** What an address is known and compared by: itself in lower case, in ASCII if it has such a form. */
    public static String folded(String address) {
        return of(address).orElse(address).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> domain(String domain) {
        try {
            var ascii = IDN.toASCII(domain);
            boolean same = isAscii(domain) || IDN.toUnicode(ascii).equals(domain.toLowerCase(Locale.ROOT));
            return same ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }
}
