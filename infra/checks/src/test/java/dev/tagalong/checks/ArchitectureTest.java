package dev.tagalong.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the code to the rules, and each rule to a class that breaks it. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tagalong");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("dev.tagalong.checks.fixture");

    @TestFactory
    Stream<DynamicTest> theCodeKeepsEveryRule() {
        return new ArchitectureRules("dev.tagalong")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(CODE)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleBites() {
        return new ArchitectureRules("dev.tagalong.checks.fixture")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(),
                                () -> assertThat(
                                                rule.getValue().evaluate(BROKEN).hasViolation())
                                        .isTrue()));
    }

    @Test
    void thereIsCodeToHoldToTheRules() {
        assertThat(CODE.contain("dev.tagalong.domain.access.AccessPolicy")).isTrue();
        assertThat(CODE.contain("dev.tagalong.handlers.follow.AddFollower")).isTrue();
        assertThat(CODE.contain("dev.tagalong.aws.dynamodb.DynamoLedger")).isTrue();
    }
}
