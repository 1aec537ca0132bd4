package dev.tagalong.checks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.local.Runner;
import dev.tagalong.local.permissions.Statement;
import dev.tagalong.local.template.Deployment;
import dev.tagalong.local.template.Policies;
import dev.tagalong.local.template.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    /** A function's alias or version, an object of a bucket, a socket by one method. All else has a name. */
    private static final Pattern NAMELESS =
            Pattern.compile("\\w+\\.Arn:\\*|\\w+Bucket\\.Arn/([a-z-]+/)?\\*|[^*]+/(POST|GET|DELETE)/@connections/\\*");

    private final Template template = Template.read(Path.of("../../template.yaml"));
    private final Runner runner;

    LeastPrivilegeTest(Runner runner) {
        this.runner = runner;
    }

    @Test
    void everythingThatIsAllowedIsUsed() {
        var unused = new HashMap<>(runner.unusedPermissions());
        unused.remove("RetryFanOut");
        var ofLambda = ofLambda(Deployment.bucketArn("FailureBucket"));
        assertThat(unused).isEqualTo(Map.of("BeginPurge", ofLambda, "FanOut", ofLambda));
    }

    @Test
    void aRetryMayDoWhatTheFirstTryMayAndNoMore() {
        var first = allowed("FanOut");
        var notAgain = new ArrayList<>(ofLambda("FailureBucket.Arn"));
        notAgain.add("sqs:SendMessage on FanOutRetryQueue.Arn");
        assertThat(first).containsAll(notAgain);
        notAgain.forEach(first::remove);
        assertThat(allowed("RetryFanOut")).isEqualTo(first);
    }

    @Test
    void aStarStandsOnlyForWhatHasNoNameYet() {
        var patterns = template.functions().stream()
                .flatMap(spec -> statements(spec.name()))
                .filter(Statement::allows)
                .flatMap(statement -> statement.resources().stream())
                .filter(resource -> resource.contains("*"))
                .collect(Collectors.toSet());
        assertThat(patterns).isNotEmpty().allMatch(NAMELESS.asMatchPredicate());
    }

    /** Lambda itself needs these of what reads the stream, to put aside what failed. */
    private static List<String> ofLambda(String bucket) {
        return List.of("s3:ListBucket on " + bucket, "s3:PutObject on " + bucket + "/*");
    }

    /** What a function may do, as "action on resource", by the names of the template. */
    private Set<String> allowed(String function) {
        return statements(function)
                .filter(Statement::allows)
                .flatMap(statement -> statement.actions().stream()
                        .flatMap(action -> statement.resources().stream().map(resource -> action + " on " + resource)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Stream<Statement> statements(String function) {
        var policies = new Policies(template, new Deployment(template.parameters()));
        return template.functions().stream()
                .filter(spec -> spec.name().equals(function))
                .flatMap(spec -> policies.of(spec).stream());
    }
}
