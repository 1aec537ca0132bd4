package dev.tagalong.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n> old\n> older",
                "\n\nOn Sat, 21 Nov 2026 at 10:00, Tagalong <n@t.example> wrote:\n> old",
                "\n\nOn Sat, 21 Nov 2026 at 10:00, Tagalong\n<n@t.example> wrote:\n\n> old\n>\n> older\n",
                "\n\nAm 21.11.2026 um 10:00 schrieb Tagalong:\n> alt",
                "\n\nLe 21 nov. 2026 à 10:00, Tagalong a écrit :\n> vieux",
                "\n\n-----Original Message-----\nFrom: x\nold",
                "\n\n________________________________\nFrom: x\nold",
                "\n\nFrom: Tagalong\nSent: today\nTo: me\nSubject: x\n\nold",
                "\n\n-- \nMia\nExample Ltd"
            })
    void whatAMailProgramAddsIsLeftOut(String added) {
        assertThat(ReplyText.of("Hello Ωμέγα\nשלום" + added.replace("\n", "\r\n")))
                .isEqualTo("Hello Ωμέγα\nשלום");
    }

    @Test
    void answersBetweenQuotedLinesStay() {
        var text = "On Monday Bob wrote:\n> one?\nYes.\n> two?\nNo.";
        assertThat(ReplyText.of(text + "\n> three")).isEqualTo(text);
    }

    @Test
    void whatIsAllQuotedIsEmpty() {
        assertThat(ReplyText.of("> old\n\n")).isEmpty();
    }

    @Test
    void aSentenceThatOnlyBeginsLikeAnIntroductionStays() {
        assertThat(ReplyText.of("On Monday we shall see:\nall")).isEqualTo("On Monday we shall see:\nall");
        assertThat(ReplyText.of("As Bob wrote:")).isEqualTo("As Bob wrote:");
    }
}
