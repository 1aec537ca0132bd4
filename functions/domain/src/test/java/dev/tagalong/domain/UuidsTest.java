package dev.tagalong.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {
    private static final UUID READ = UUID.fromString("afa55a3b-60fa-4930-8382-4ad39cf6929f");

    @Test
    void caseIsNoMatter() {
        assertThat(Uuids.read("afa55a3b-60fa-4930-8382-4ad39cf6929f")).contains(READ);
        assertThat(Uuids.read("AFA55A3B-60FA-4930-8382-4AD39CF6929F")).contains(READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "afa55a3b60fa493083824ad39cf6929f",
                "afa55a3b-60fa-4930-8382-4ad39cf6929",
                "afa55a3b-60fa-4930-8382-4ad39cf6929f0",
                "afa55a3b-60fa-4930-8382-4ad39cf6929f\n",
                "{afa55a3b-60fa-4930-8382-4ad39cf6929f}",
                "gfa55a3b-60fa-4930-8382-4ad39cf6929f",
                "afa55a3b-60fa-4930-83824-ad39cf6929f",
                "٠fa55a3b-60fa-4930-8382-4ad39cf6929f"
            })
    void anythingElseIsNone(String text) {
        assertThat(Uuids.read(text)).isEmpty();
    }
}
