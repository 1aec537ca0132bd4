package dev.tagalong.handlers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.conversation.Priority;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldsTest {
    private static AbstractStringAssert<?> refusal(String body, Function<Fields, ?> reading) {
        try {
            var read = reading.apply(Fields.parse(body));
            return Assertions.fail("was read as " + read);
        } catch (BadInput bad) {
            Refusal refusal = bad.refusal();
            return assertThat(refusal.message());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[1]",
                "null",
                "17",
                "\"text\"",
                "{",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1} x",
                "{\"a\":1}{\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "user_id=17",
                "<xml/>",
                "// note\n{}"
            })
    void whatIsNoJsonObjectIsRefused(String body) {
        refusal(body, fields -> fields.has("a")).isEqualTo("body: must be a JSON object");
    }

    @Test
    void deepNestingIsRefused() {
        var deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        refusal(deep, fields -> fields.has("a")).isEqualTo("body: must be a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{}", " {} \n"})
    void anEmptyBodyHasNoFields(String body) {
        assertThat(Fields.parse(body).has("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "17.0",
                "17.5",
                "1e3",
                "\"17\"",
                "true",
                "[17]",
                "{\"id\":17}",
                "2147483648",
                "9223372036854775807",
                "99999999999999999999999999"
            })
    void whatIsNoPositiveWholeNumberIsRefused(String value) {
        refusal("{\"user_id\":" + value + "}", fields -> fields.number("user_id", 1, Integer.MAX_VALUE))
                .isEqualTo("user_id: must be a positive whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"user_id\":null}"})
    void aNumberThatIsMissingIsRefused(String body) {
        refusal(body, fields -> fields.number("user_id", 1, Integer.MAX_VALUE)).isEqualTo("user_id: is required");
    }

    @Test
    void theLargestNumberIsRead() {
        assertThat(Fields.parse("{\"user_id\":2147483647}").number("user_id", 1, Integer.MAX_VALUE))
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aRangeIsNamed() {
        refusal("{\"seconds\":901}", fields -> fields.number("seconds", 0, 900))
                .isEqualTo("seconds: must be a whole number from 0 to 900");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 | must be a string",
                "true | must be a string",
                "[] | must be a string",
                "{} | must be a string",
                "\"\" | must not be empty",
                "\"  \" | must not be empty",
                "\"four!\" | must have at most 4 characters",
                "\"a\\u0000b\" | must not hold NUL characters",
                "\"\\ud83d\" | must be Unicode text",
                "\"a\\udc4bb\" | must be Unicode text"
            })
    void whatIsNoTextIsRefused(String value, String problem) {
        refusal("{\"name\":" + value + "}", fields -> fields.text("name", 4)).isEqualTo("name: " + problem);
        refusal("{\"name\":" + value + "}", fields -> fields.optionalText("name", 4))
                .isEqualTo("name: " + problem);
    }

    @Test
    void aTextMayHoldWhateverPeopleWrite() {
        assertThat(Fields.parse("{\"name\":\"\\t👋é\\n\"}").text("name", 5)).isEqualTo("\t👋é\n");
    }

    @Test
    void aTextThatMayBeEmptyMayBeAbsentToo() {
        assertThat(Fields.parse("{}").textOrEmpty("last_name", 4)).isEmpty();
        assertThat(Fields.parse("{\"last_name\":\" \"}").textOrEmpty("last_name", 4))
                .isEmpty();
        refusal("{\"last_name\":\"Smith\"}", fields -> fields.textOrEmpty("last_name", 4))
                .isEqualTo("last_name: must have at most 4 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 | must be a list",
                "{} | must be a list",
                "\"17\" | must be a list",
                "[1,2,3] | must have at most 2 members",
                "[null] | must not hold null",
                "[\"17\"] | must be a positive whole number",
                "[[17]] | must be a positive whole number",
                "[0] | must be a positive whole number"
            })
    void whatIsNoListOfNumbersIsRefused(String value, String problem) {
        refusal("{\"mentions\":" + value + "}", fields -> fields.numbers("mentions", 2))
                .isEqualTo("mentions: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | users: is required",
                "17 | users: must be a list",
                "[] | users: must have 1 to 2 members",
                "[1,2,3] | users: must have 1 to 2 members",
                "[1,null] | users[1]: must not be null",
                "[1,\"17\"] | users[1]: must be a positive whole number",
                "[1,0] | users[1]: must be a positive whole number",
                "[1.5] | users[0]: must be a positive whole number"
            })
    void whatIsNoListOfPositivesIsRefusedByItsPlace(String value, String problem) {
        refusal("{\"users\":" + value + "}", fields -> fields.positives("users", 2))
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | ids: must have 1 to 2 members",
                "[17] | ids[0]: must be a string",
                "[\"afa55a3b-60fa-4930-8382-4ad39cf6929f\",\"afa\"] | ids[1]: must be a uuid"
            })
    void whatIsNoListOfUuidsIsRefusedByItsPlace(String value, String problem) {
        refusal("{\"ids\":" + value + "}", fields -> fields.uuids("ids", 2)).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[17]", "[\"\"]", "[\" \"]", "[\"four!\"]", "[true]", "[\"a\\u0000\"]", "[\"\\ud83d\"]"})
    void whatIsNoListOfTextsIsRefused(String value) {
        refusal("{\"tags\":" + value + "}", fields -> fields.texts("tags", 2, 4))
                .startsWith("tags: must hold strings of 1 to 4 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "\"true\"", "[]", "{}"})
    void whatIsNeitherTrueNorFalseIsRefused(String value) {
        refusal("{\"private\":" + value + "}", fields -> fields.flag("private"))
                .isEqualTo("private: must be true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"HIGH\"", "\"High\"", "\"highest\"", "\"\"", "\" high\""})
    void whatIsNoneOfTheWordsIsRefused(String value) {
        refusal("{\"priority\":" + value + "}", fields -> fields.word("priority", Priority.class))
                .isEqualTo("priority: must be one of low, medium, high, urgent");
    }

    @Test
    void aWordThatIsMissingOrNoStringIsRefused() {
        refusal("{}", fields -> fields.word("priority", Priority.class)).isEqualTo("priority: is required");
        refusal("{\"priority\":1}", fields -> fields.word("priority", Priority.class))
                .isEqualTo("priority: must be a string");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "not-a-uuid",
                "afa55a3b60fa493083824ad39cf6929f",
                "{afa55a3b-60fa-4930-8382-4ad39cf6929f}",
                "afa55a3b-60fa-4930-8382-4ad39cf6929g",
                "afa55a3b-60fa-4930-8382-4ad39cf6929f "
            })
    void whatIsNoUuidIsRefused(String value) {
        refusal("{\"uuid\":\"" + value + "\"}", fields -> fields.optionalUuid("uuid"))
                .isEqualTo("uuid: must be a uuid");
    }

    @Test
    void aUuidIsReadInEitherCase() {
        assertThat(Fields.parse("{\"uuid\":\"AFA55A3B-60fa-4930-8382-4ad39cf6929f\"}")
                        .optionalUuid("uuid"))
                .hasValue(UUID.fromString("afa55a3b-60fa-4930-8382-4ad39cf6929f"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "",
                "2026-11-22",
                "2026-11-22T10:00:00",
                "2026-02-30T10:00:00Z",
                "2026-11-22 10:00:00Z",
                "1795341600",
                "2026-11-22T10:00:00.00000000000000000000000Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        refusal("{\"until\":\"" + text + "\"}", fields -> fields.optionalTime("until"))
                .isEqualTo("until: must be a time such as 2026-01-31T17:00:00Z");
    }

    @Test
    void aTimeIsAStringWithItsOffset() {
        refusal("{\"until\":1795341600000}", fields -> fields.optionalTime("until"))
                .isEqualTo("until: must be a time");
        assertThat(Fields.parse("{\"until\":\"2026-11-22T10:00:00.1239+01:00\"}")
                        .optionalTime("until"))
                .hasValue(Instant.parse("2026-11-22T09:00:00.123Z"));
    }

    @Test
    void aFieldOfAnObjectIsNamedWithItsPath() {
        refusal("{\"added\":{\"toast\":1}}", fields -> fields.object("added").flag("toast"))
                .isEqualTo("added.toast: must be true or false");
        refusal("{\"added\":[]}", fields -> fields.object("added")).isEqualTo("added: must be an object");
    }

    @Test
    void nullIsAbsentButThere() {
        var fields = Fields.parse("{\"quiet\":null}");

        assertThat(fields.has("quiet")).isTrue();
        assertThat(fields.optionalNumber("quiet", 0, 9)).isEmpty();
    }

    @Test
    void aRefusalOfTheCallerNamesTheField() {
        assertThatThrownBy(() -> {
                    throw Fields.parse("{}").refuse("email", "must be an email address");
                })
                .hasMessage("email: must be an email address");
    }
}
