package dev.tagalong.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final int TURNS = 10_000;

    private static Faults armed(String rates) {
        var faults = Faults.parse(rates);
        faults.arm();
        return faults;
    }

    private static List<Boolean> turns(Faults faults, String place) {
        return IntStream.range(0, TURNS)
                .mapToObj(turn -> faults.strikes(Fault.CRASH, place))
                .toList();
    }

    @Test
    void theNthDecisionOfAPlaceIsTheSameWhateverHappensElsewhere() {
        var alone = turns(armed("seed=7,crash=.1"), "FanOut before PutItem");
        var busy = armed("seed=7,crash=.1,gone=.5");
        turns(busy, "SendMail before PutItem");
        busy.strikes(Fault.GONE, "connections");
        assertThat(turns(busy, "FanOut before PutItem")).isEqualTo(alone);
        assertThat(turns(armed("seed=8,crash=.1"), "FanOut before PutItem")).isNotEqualTo(alone);
    }

    @Test
    void aFaultStrikesAtItsRateAndIsCountedByWhereItDid() {
        var faults = armed("seed=1,crash=.05");
        var struck = turns(faults, "FanOut after Query").stream()
                .filter(strikes -> strikes)
                .count();
        assertThat(struck).isBetween(400L, 600L);
        assertThat(faults.counts()).isEqualTo(Map.of("crash FanOut", struck));
    }

    @Test
    void nothingStrikesBeforeItIsArmedNorWhatWasNotAskedFor() {
        assertThat(turns(Faults.parse("crash=1"), "anywhere")).containsOnly(false);
        assertThat(turns(armed("gone=1"), "anywhere")).containsOnly(false);
        assertThat(turns(armed(""), "anywhere")).containsOnly(false);
        assertThat(turns(armed("crash=1"), "anywhere")).containsOnly(true);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var faults = Faults.parse("seed=12,slow=0.05,crash=0.0005");
        assertThat(faults).hasToString("seed=12,crash=0.0005,slow=0.05");
        assertThat(Faults.parse(faults.toString())).hasToString(faults.toString());
        assertThat(Faults.none()).hasToString("seed=0");
    }

    @Test
    void anUnknownFaultOrRateIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Faults.parse("fire=0.1"))
                .withMessage(
                        "There is no fault fire: there are seed, crash, throttle, conflict, gone, slow, repeat, shuffle.");
        for (var wrong : List.of("", "2", "-1", "NaN", "1e-3")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Faults.parse("crash=" + wrong))
                    .withMessage("The fault crash needs a rate from 0 to 1, not " + wrong + ".");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Faults.parse("seed=x"))
                .withMessage("The seed of the faults is a whole number, not x.");
    }
}
