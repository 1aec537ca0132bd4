package dev.tagalong.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That no contract is forgotten, in neither place. */
final class ContractsTest {
    private static List<String> contracts() throws IOException {
        try (var sources = Files.list(Path.of("src/test/java/dev/tagalong/aws/dynamodb"))) {
            return sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith("Contract.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {DynamoDbLocalTest.class, LocalStackTest.class})
    void everyContractIsHeldThere(Class<?> there) throws Exception {
        var held = Stream.of(there.getDeclaredClasses())
                .filter(type -> type.isAnnotationPresent(Nested.class))
                .map(type -> type.getSuperclass().getSimpleName());

        assertThat(held).isNotEmpty().containsExactlyInAnyOrderElementsOf(contracts());
    }
}
