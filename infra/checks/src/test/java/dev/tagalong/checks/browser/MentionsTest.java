package dev.tagalong.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a text mentions. */
@InChromium
class MentionsTest {
    private static final String PEOPLE = """
            import('/app/ticket/mentions.js').then((module) => {
              Object.assign(window, module);
              const people = [
                [1, 'Bob Smith'], [2, 'Bob Smithson'], [3, 'Ann Lee'], [4, 'Ann Lee Wong'], [5, 'Zoë Å'], [6, 'Ann Lee'],
              ].map(([id, name]) => ({ id, type: 'agent', first_name: name, last_name: '' }));
              const system = { id: 7, type: 'system', first_name: 'System', last_name: '' };
              window.who = (text, ...chosen) => mentioned([...people, system], text, new Set(chosen));
            })""";

    private final Chromium chromium;

    MentionsTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void theLongestNameThatStandsThereIsMeant() {
        try (var page = new ClientPage(chromium)) {
            page.run(PEOPLE);
            assertThat(page.run("who('@Bob Smith, can you?')")).isEqualTo(List.of(1));
            assertThat(page.run("who('Ask @Bob Smithson')")).isEqualTo(List.of(2));
            assertThat(page.run("who('@Ann Lee Wong and @Zoë Å, @Zoë Å!')")).isEqualTo(List.of(4, 5));
            assertThat(page.run("who('bob@Bob, @Bob, @System, @Bob Smithe')")).isEqualTo(List.of());
        }
    }

    @Test
    void ofTwoWithOneNameWhoWasChosenIsMeant() {
        try (var page = new ClientPage(chromium)) {
            page.run(PEOPLE);
            assertThat(page.run("who('@Ann Lee', 6)")).isEqualTo(List.of(6));
            assertThat(page.run("who('@Ann Lee', 1)")).isEqualTo(List.of(3, 6));
        }
    }
}
