package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.domain.UserId;
import dev.tagalong.domain.WorkspaceId;
import dev.tagalong.domain.people.Person;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DirectoryTokensTest {
    @Test
    void nameAndAddressAreFoundFromEachOfTheirWordsOn() {
        assertThat(DirectoryTokens.of(new Person("Bob", "Smith", "bob.s@example.com", null)))
                .containsExactly("bob smith", "bob.s@example.com", "com", "example.com", "s@example.com", "smith");
    }

    @Test
    void personWithoutAnAddressIsFoundByName() {
        assertThat(DirectoryTokens.of(new Person("Bob", "", null, null))).containsExactly("bob");
    }

    @ParameterizedTest
    @CsvSource({"ÉLODIE, elodie", "Łukasz, lukasz", "Weiß, weiss", "Søren  Æ, soren ae", "İpek, ipek", "Ａｄａ, ada"})
    void caseAndAccentsAreFolded(String text, String folded) {
        assertThat(DirectoryTokens.fold(text)).isEqualTo(folded);
    }

    @Test
    void longNamesStayWithinAKeyAndATransaction() {
        var words = "ж ".repeat(50).strip();
        var tokens = DirectoryTokens.of(new Person(words, words, "a".repeat(200) + "@example.com", null));

        assertThat(tokens)
                .hasSizeLessThanOrEqualTo(20)
                .allSatisfy(token -> assertThat(
                                Keys.directory(new WorkspaceId("demo"), token, new UserId(Integer.MAX_VALUE))
                                        .sk())
                        .hasSizeLessThan(1024));
    }

    @Test
    void lettersOfTwoCharactersAreNotCutApart() {
        var token =
                DirectoryTokens.of(new Person("\uD835\uDFD8".repeat(40) + "\uD801\uDC28".repeat(10), "", null, null));

        assertThat(token)
                .allSatisfy(each -> assertThat(DirectoryTokens.letter(each)).doesNotContain("%3F"));
    }

    @Test
    void whatBeginsATokenBeginsItsKeyToo() {
        for (var token : Arrays.asList("bob smith", "o'neil #1", "жанна", "bob%20")) {
            for (int end = 1; end <= token.length(); end++) {
                assertThat(DirectoryTokens.encode(token)).startsWith(DirectoryTokens.encode(token.substring(0, end)));
            }
            assertThat(DirectoryTokens.encode(token)).doesNotContain("#");
        }
    }
}
