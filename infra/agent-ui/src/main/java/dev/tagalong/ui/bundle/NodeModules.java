package dev.tagalong.ui.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * The npm packages that are on the class path as jars, unpacked as npm would lay them down, for the compiler and for tsc.
 *
 * @see <a href="https://docs.mvnpm.org/">mvnpm</a>
 */
final class NodeModules {
    private static final Pattern FILE = Pattern.compile("META-INF/resources/_static/[^/]+/[^/]+/(.+)");
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");

    private NodeModules() {}

    /** Unpacks every package; what lies there already is written over. */
    static void unpack(String classPath, Path folder) throws IOException {
        for (var entry : classPath.split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                try (var jar = new JarFile(entry)) {
                    unpack(jar, folder);
                }
            }
        }
    }

    private static void unpack(JarFile jar, Path folder) throws IOException {
        var files = jar.stream()
                .filter(file ->
                        !file.isDirectory() && FILE.matcher(file.getName()).matches())
                .toList();
        for (var description : files) {
            if (inPackage(description).equals("package.json")) {
                var target = folder.resolve(packageName(new String(bytes(jar, description), UTF_8)));
                for (var file : files) {
                    var path = target.resolve(inPackage(file));
                    Files.createDirectories(path.resolveSibling("."));
                    Files.write(path, bytes(jar, file));
                }
            }
        }
    }

    private static String inPackage(JarEntry file) {
        return FILE.matcher(file.getName()).replaceFirst("$1");
    }

    private static String packageName(String description) {
        var name = NAME.matcher(description);
        if (!name.find()) {
            throw new IllegalArgumentException("a package.json without a name");
        }
        return name.group(1);
    }

    private static byte[] bytes(JarFile jar, JarEntry file) throws IOException {
        try (var stream = jar.getInputStream(file)) {
            return stream.readAllBytes();
        }
    }
}
