package dev.tagalong.ui.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes what a browser loads: index.html, and the script, the style sheet and the icon under names that change with their
 * content, so that they may be kept for ever. Reads src/ and writes node_modules/ in the working directory. Does nothing where
 * sources and packages are those of the last time.
 */
public final class Bundle {
    private static final Path SOURCES = Path.of("src");
    private static final Path APP = SOURCES.resolve("app");
    private static final Pattern IMPORT = Pattern.compile("@import '([^']+)';\\n");
    private static final int HASH_LENGTH = 12;

    private final Path output;

    private Bundle(Path output) {
        this.output = output;
    }

    /** Takes the folder to write to. */
    public static void main(String[] arguments) throws IOException {
        var output = Path.of(arguments[0]);
        var stamp = output.resolveSibling("ui.stamp");
        var classPath = System.getProperty("java.class.path");
        var digest = hash((classPath + digests()).getBytes(UTF_8));
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(digest)) {
            NodeModules.unpack(classPath, Path.of("node_modules"));
            new Bundle(output).write();
            Files.writeString(stamp, digest);
        }
    }

    private static String digests() throws IOException {
        var digests = new StringBuilder();
        try (Stream<Path> all = Files.walk(SOURCES)) {
            for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
                digests.append(file)
                        .append(' ')
                        .append(hash(Files.readAllBytes(file)))
                        .append('\n');
            }
        }
        return digests.toString();
    }

    private void write() throws IOException {
        var script = Script.from(APP.resolve("main.js"));
        clear();
        var page = Files.readString(APP.resolve("index.html"))
                .replace("main.js", add("app", ".js", script))
                .replace("main.css", add("app", ".css", style(APP.resolve("main.css"))))
                .replace("icon.svg", add("icon", ".svg", Files.readString(APP.resolve("icon.svg"))));
        Files.writeString(output.resolve("index.html"), page);
    }

    private void clear() throws IOException {
        Files.createDirectories(output);
        try (Stream<Path> old = Files.list(output)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
    }

    private String add(String name, String extension, String content) throws IOException {
        var file = name + "." + hash(content.getBytes(UTF_8)).substring(0, HASH_LENGTH) + extension;
        Files.writeString(output.resolve(file), content);
        return file;
    }

    private static String style(Path file) throws IOException {
        var imports = IMPORT.matcher(Files.readString(file));
        var style = new StringBuilder();
        while (imports.find()) {
            imports.appendReplacement(style, Matcher.quoteReplacement(style(file.resolveSibling(imports.group(1)))));
        }
        return imports.appendTail(style).toString();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
