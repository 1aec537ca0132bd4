package dev.tagalong.checks.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Gives a test the one Chromium of the run; where there is none the test is skipped, and says so. Playwright is for one thread
 * only, so these classes run one after another on the thread that runs the suite, beside all others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Extension.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface InChromium {

    /** What the annotation does. */
    final class Extension implements ExecutionCondition, ParameterResolver {
        private static final String MISSING =
                "skipped: there is no Chromium here; install one, or name it by the environment variable CHROMIUM";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.executable().isPresent()) {
                return ConditionEvaluationResult.enabled("there is a Chromium");
            }
            if (context.getTestMethod().isEmpty()) {
                System.out.println(context.getDisplayName() + " " + MISSING);
            }
            return ConditionEvaluationResult.disabled(MISSING);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Chromium.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Chromium.class, type -> Chromium.start(), Chromium.class);
        }
    }
}
