package dev.tagalong.aws;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Prints why tests that need a container are skipped; the annotation that skips them does so silently. */
public final class SaysWhySkipped implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()
                || DockerClientFactory.instance().isDockerAvailable()) {
            return ConditionEvaluationResult.enabled("there is a Docker");
        }
        var reason = context.getRequiredTestClass().getName() + " is skipped: it needs Docker, and there is none here";
        System.out.println(reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
