package dev.tagalong.handlers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tagalong.domain.mail.Arrival;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReceiptNewsTest {
    private static Map<String, Object> event(String id, Map<String, Object> receipt) {
        var mail = Map.of("messageId", id, "source", "<>");
        return Map.of("Records", List.of(Map.of("ses", Map.of("mail", mail, "receipt", receipt))));
    }

    @Test
    void aVerdictThatIsNotThereIsEmptyAndTheNullSenderIsNobody() {
        var receipt = Map.<String, Object>of(
                "recipients", List.of("a@mail.example"), "dmarcVerdict", Map.of("status", "PASS"));
        assertThat(ReceiptNews.read(event("ses-1", receipt)))
                .isEqualTo(new Arrival(
                        "ses-1", "", List.of("a@mail.example"), new Arrival.Verdicts("", "", "PASS", "", "")));
    }

    @Test
    void whatIsNoSuchEventIsThrown() {
        assertThatIllegalArgumentException().isThrownBy(() -> ReceiptNews.read(Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> ReceiptNews.read(event("../secret", Map.of())));
    }
}
