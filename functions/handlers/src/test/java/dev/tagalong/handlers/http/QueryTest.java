package dev.tagalong.handlers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.conversation.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryTest {
    @Test
    void valuesArePercentDecoded() {
        assertThat(Query.parse("tags=caf%C3%A9+au%20lait&x").texts("tags")).containsExactly("café au lait");
    }

    @Test
    void aCommaAndARepeatedKeyBothMeanSeveral() {
        assertThat(Query.parse("assignee=42,17&assignee=7").numbers("assignee")).containsExactly(42, 17, 7);
    }

    @Test
    void emptyMembersAreLeftOut() {
        assertThat(Query.parse("tags=,a,,b,&&tags=").texts("tags")).containsExactly("a", "b");
    }

    @Test
    void wordsAreThoseOfTheEnum() {
        assertThat(Query.parse("status=open,closed").words("status", Status.class))
                .containsExactlyInAnyOrder(Status.OPEN, Status.CLOSED);
        assertThatThrownBy(() -> Query.parse("status=open,OPEN").words("status", Status.class))
                .hasMessage("status: must be one of open, pending, closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.0", "abc", "01", "2147483648", "99999999999", "1e1", "%20"})
    void aPageThatIsNoPositiveNumberIsRefused(String value) {
        assertThatThrownBy(() -> Query.parse("page=" + value).page())
                .hasMessage("page: must be a positive whole number");
        assertThatThrownBy(() -> Query.parse("page_size=" + value).size("page_size", 30))
                .hasMessage("page_size: must be a positive whole number");
    }

    @Test
    void aPageHasAtMost100Rows() {
        assertThat(Query.parse("page_size=100").size("page_size", 30)).isEqualTo(100);
        assertThatThrownBy(() -> Query.parse("page_size=101").size("page_size", 30))
                .hasMessage("page_size: must be at most 100");
    }

    @Test
    void whatIsAbsentIsTheFirstPageOfTheUsualSize() {
        assertThat(Query.parse("").page()).isEqualTo(1);
        assertThat(Query.parse("page=").page()).isEqualTo(1);
        assertThat(Query.parse("").size("page_size", 30)).isEqualTo(30);
        assertThat(Query.parse("").flag("following")).isFalse();
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThat(Query.parse("following=true").flag("following")).isTrue();
        assertThat(Query.parse("following=false").flag("following")).isFalse();
        assertThatThrownBy(() -> Query.parse("following=1").flag("following"))
                .hasMessage("following: must be true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "%=1", "a=%4"})
    void whatIsNotPercentEncodedIsRefused(String raw) {
        assertThatThrownBy(() -> Query.parse(raw)).hasMessage("query: is not percent-encoded as it should be");
    }

    @Test
    void theCallerRefusesByName() {
        assertThat(Query.parse("").refuse("after", "is gone")).hasMessage("after: is gone");
    }
}
