package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import dev.tagalong.local.permissions.Statement;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Policies;
import dev.tagalong.local.template.Template;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * No function may do more than it does. Runs after all other classes of the same run, since it asks what they used; the
 * other half, that nothing is used that is not allowed, holds in every test, because the runner refuses it.
 */
@ExtendWith(RunningStack.class)
@Isolated
@Order(Integer.MAX_VALUE)
final class LeastPrivilegeTest {
    /** Lambda itself needs these of what reads the stream, to put aside what failed. */
    private static final List<String> OF_LAMBDA = List.of("s3:ListBucket", "s3:PutObject");

    private final Runner runner;

    LeastPrivilegeTest(Runner runner) {
        this.runner = runner;
    }

    @Test
    void everythingThatIsAllowedIsUsed() {
        var unused = new HashMap<>(runner.unusedPermissions());
        unused.remove("RetryFanOut");
        assertThat(unused).isEqualTo(Map.of("BeginPurge", OF_LAMBDA, "FanOut", OF_LAMBDA));
    }

    @Test
    void aRetryMayDoWhatTheFirstTryMayAndNoMore() {
        var first = allowed("FanOut");
        assertThat(first).containsAll(OF_LAMBDA);
        OF_LAMBDA.forEach(first::remove);
        assertThat(allowed("RetryFanOut")).isEqualTo(first);
    }

    private static Set<String> allowed(String function) {
        var template = Template.read(Path.of("../../template.yaml"));
        var policies = new Policies(template, new Deployment(template.parameters()));
        return template.functions().stream()
                .filter(spec -> spec.name().equals(function))
                .flatMap(spec -> policies.of(spec).stream())
                .filter(Statement::allows)
                .flatMap(statement -> statement.actions().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
