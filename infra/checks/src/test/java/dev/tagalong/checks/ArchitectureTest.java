package dev.tagalong.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the code to the rules, and each rule to a class that breaks it. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tagalong");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("dev.tagalong.checks.fixture");
    private static final Map<String, ArchRule> BROKEN_RULES =
            new ArchitectureRules("dev.tagalong.checks.fixture").all();

    @TestFactory
    Stream<DynamicTest> theCodeKeepsEveryRule() {
        return new ArchitectureRules("dev.tagalong")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(CODE)));
    }

    @Test
    void everyRuleBites() {
        assertThat(BROKEN_RULES.values())
                .allSatisfy(rule -> assertThat(rule.evaluate(BROKEN).hasViolation())
                        .as(rule.getDescription())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    the adapters know no handler         | fixture.handlers.wiring.Wired
                    the adapters know no handler         | fixture.local.NosyRunner
                    the runner knows no function         | fixture.domain.HiddenInputs
                    the runner knows no function         | fixture.aws.NosyAdapter
                    the runner knows no function         | fixture.handlers.wiring.Wired
                    time and chance are parameters       | java.time.Instant.now
                    time and chance are parameters       | java.time.LocalDateTime.now
                    time and chance are parameters       | java.time.ZonedDateTime.now
                    time and chance are parameters       | java.util.UUID.randomUUID
                    time and chance are parameters       | java.lang.Math.random
                    time and chance are parameters       | java.lang.System.currentTimeMillis
                    time and chance are parameters       | java.util.Date.<init>
                    time and chance are parameters       | java.util.Random.<init>
                    functions print nothing              | fixture.domain.HiddenInputs.times() java.lang.System.out
                    functions print nothing              | fixture.aws.NosyAdapter.runner() java.lang.System.err
                    functions print nothing              | fixture.handlers.follow.GoesAround.handleRequest
                    there are no drawers for everything  | fixture.util.Drawer
                    there are no drawers for everything  | fixture.utils.Drawer
                    there are no drawers for everything  | fixture.helper.Drawer
                    there are no drawers for everything  | fixture.helpers.Drawer
                    there are no drawers for everything  | fixture.manager.Drawer
                    there are no drawers for everything  | fixture.common.Drawer
                    there are no drawers for everything  | fixture.domain.Drawers$DrawerUtil
                    there are no drawers for everything  | fixture.domain.Drawers$DrawerUtils
                    there are no drawers for everything  | fixture.domain.Drawers$DrawerHelper
                    there are no drawers for everything  | fixture.domain.Drawers$DrawerManager
                    there are no drawers for everything  | fixture.domain.Drawers$DrawerCommon
                    """)
    void aRuleWithSeveralCasesBitesInEach(String rule, String breach) {
        assertThat(Objects.requireNonNull(BROKEN_RULES.get(rule), rule)
                        .evaluate(BROKEN)
                        .getFailureReport()
                        .getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(breach.split(" ")));
    }

    @Test
    void thereIsCodeToHoldToTheRules() {
        assertThat(CODE.contain("dev.tagalong.domain.access.AccessPolicy")).isTrue();
        assertThat(CODE.contain("dev.tagalong.handlers.follow.AddFollower")).isTrue();
        assertThat(CODE.contain("dev.tagalong.aws.dynamodb.DynamoLedger")).isTrue();
        assertThat(CODE.contain("dev.tagalong.local.Runner")).isTrue();
    }
}
