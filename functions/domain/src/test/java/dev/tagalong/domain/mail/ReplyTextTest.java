package dev.tagalong.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
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
                "\n\nsob., 21 lis 2026 o 10:00 Tagalong <n@t.example> napisał(a):\n> stare",
                "\n\nlør. 21. nov. 2026 kl. 10:00 skrev Tagalong <n@t.example>:\n> gammel",
                "\n\nla 21. marrask. 2026 klo 10.00 Tagalong (n@t.example) kirjoitti:\n> vanha",
                "\n\nсб, 21 нояб. 2026 г. в 10:00, Tagalong <n@t.example>:\n> старое",
                "\n\nTagalong <n@t.example>, 21 Kas 2026 Cmt, 10:00 tarihinde\nşunu yazdı:\n> eski",
                "\n\n2026年11月21日(土) 10:00 Tagalong <n@t.example>:\n> 古い",
                "\n\nTagalong <n@t.example> 于2026年11月21日周六 10:00写道：\n> 旧的",
                "\n\n2026년 11월 21일 (토) 오전 10:00, Tagalong <n@t.example>님이 작성:\n> 이전",
                "\n\nבתאריך שבת, 21 בנוב׳ 2026 ב-10:00 מאת \u202aTagalong\u202c\u200f <\u202an@t.example\u202c\u200f>:\u202c\n> ישן",
                "\n\nSent from my iPhone\n\nOn 21 Nov 2026, at 10:00, Tagalong <n@t.example> wrote:\n\n> old",
                "\n\nVon meinem iPhone gesendet\n",
                "\n\niPhoneから送信",
                "\n\nEnvoyé de mon iPhone",
                "\n\nОтправлено с iPhone",
                "\n\n发自我的iPhone",
                "\n\nSent from Outlook for Android<https://aka.ms/x>\n\n________________________________\nFrom: x\nold",
                "\n\n-----Original Message-----\nFrom: x\nold",
                "\n\n________________________________\nFrom: x\nold",
                "\n\nFrom: Tagalong\nSent: today\nTo: me\nSubject: x\n\nold",
                "\n\nDe : Tagalong\nEnvoyé : aujourd'hui\nÀ : moi\nObjet : x\n\nvieux",
                "\n\nОт: Tagalong\nДата: сегодня\nКому: я\nТема: x\n\nстарое",
                "\n\n差出人: Tagalong\n送信日時: 今日\n宛先: 私\n件名: x\n\n古い",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Berlin\nTo: Ulm\nDate: 1 May\nplease",
                "We moved in 2026, at 10:00:\n> old",
                "Mia <mia@example.com> is new:\n> old",
                "The last line says\nSent from my iPhone",
                "Where it is?\n\nSent from our warehouse on Monday.",
                "What is wrong?\n\nAndroid does not start."
            })
    void whatOnlyLooksLikeWhatProgramsAddStays(String written) {
        assertThat(ReplyText.of(written)).isEqualTo(written.replace("\n> old", ""));
    }

    @Test
    void endlessLinesKeepNobodyBusy() {
        var spaces = " ".repeat(1_000_000);
        for (var line : List.of(
                "On 2026 10:00 <a@b> wrote:" + ":".repeat(90) + spaces + "x", spaces + "x", "-".repeat(1_000_000))) {
            assertThat(assertTimeout(Duration.ofSeconds(10), () -> ReplyText.of("hi\n" + line + "\n> old")))
                    .startsWith("hi");
        }
        assertThat(assertTimeout(Duration.ofSeconds(10), () -> ReplyText.of("To: me\n".repeat(100_000))))
                .startsWith("To: me");
    }

    @Test
    void aSentenceThatOnlyBeginsLikeAnIntroductionStays() {
        assertThat(ReplyText.of("On Monday we shall see:\nall")).isEqualTo("On Monday we shall see:\nall");
        assertThat(ReplyText.of("As Bob wrote:")).isEqualTo("As Bob wrote:");
    }
}
