package dev.tagalong.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTest {
    @ParameterizedTest
    @CsvSource({
        "ÉLODIE, elodie",
        "Łukasz, lukasz",
        "Weiß, weiss",
        "Søren  Æ, soren ae",
        "İpek, ipek",
        "Ａｄａ, ada",
        "ℌans, hans",
        "ΟΔΟΣ, οδοσ",
        "Жанна, жанна"
    })
    void caseAccentsAndBlanksAreFolded(String text, String folded) {
        assertThat(Folded.of(text).text()).isEqualTo(folded);
    }

    @Test
    void accentsAndControlCharactersAloneFoldToNothing() {
        assertThat(Folded.of("\u0301 \t\u0001").text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "j", "jean", "Jean-L", "luc", "O'N", "n", "NEIL", "jean-luc o'neil"})
    void aTextBeginsAtEachOfItsWords(String beginning) {
        assertThat(Folded.of("Jean-Luc O'Neil").begins(Folded.of(beginning))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ean", "-luc", "eil", "jean luc", "jean-luc o'neill"})
    void aTextBeginsNowhereElse(String beginning) {
        assertThat(Folded.of("Jean-Luc O'Neil").begins(Folded.of(beginning))).isFalse();
    }

    @Test
    void aTextBeginsWithItsFirstCharacterWhateverThatIs() {
        assertThat(Folded.of("(Bob) Smith").begins(Folded.of("(b"))).isTrue();
        assertThat(Folded.of("_bob@example.com").begins(Folded.of("_BOB"))).isTrue();
    }
}
