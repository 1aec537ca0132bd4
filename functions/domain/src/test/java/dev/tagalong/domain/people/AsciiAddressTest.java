package dev.tagalong.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiAddressTest {
    @ParameterizedTest
    @CsvSource({
        "Bob@Example.com, Bob@Example.com",
        "bob@bücher.example, bob@xn--bcher-kva.example",
        "bob@BÜCHER.example, bob@xn--bcher-kva.example",
        "bob@xn--bcher-kva.example, bob@xn--bcher-kva.example",
        "bob@日本.example, bob@xn--wgv71a.example"
    })
    void theDomainIsInPunycode(String address, String ascii) {
        assertThat(AsciiAddress.of(address)).contains(ascii);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bob", "@example.com", "böb@example.com", "bob@x\u05D0y.example", "bob@x..example"})
    void whatAsciiCannotSayHasNone(String address) {
        assertThat(AsciiAddress.of(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@straße.example", "bob@λόγος.example", "bob@\uFB01.example"})
    void noDomainBecomesAnother(String address) {
        assertThat(AsciiAddress.of(address)).isEmpty();
    }

    @Test
    void aLabelIsNoLongerThanDomainsHave() {
        assertThat(AsciiAddress.of("bob@" + "x".repeat(63) + ".example")).isPresent();
        assertThat(AsciiAddress.of("bob@" + "x".repeat(64) + ".example")).isEmpty();
        assertThat(AsciiAddress.of("bob@" + "ü".repeat(63) + ".example")).isEmpty();
    }
}
