package dev.tagalong.ui.bundle;

import com.google.javascript.jscomp.CommandLineRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * All modules that an entry point needs, in one script without what nobody calls. Runs the compiler by its flags: only so does
 * it look into node_modules.
 *
 * @see <a href="https://github.com/google/closure-compiler/wiki/JS-Modules">Closure Compiler on modules</a>
 */
final class Script extends CommandLineRunner {
    private int status;

    private Script(Path entry, Path output) {
        super(new String[] {
            "--js=src/**.js",
            "--js=node_modules/**.js",
            "--js=node_modules/**/package.json",
            "--js=!node_modules/**/development/**",
            "--js=!node_modules/**/node/**",
            "--entry_point=" + entry,
            "--dependency_mode=PRUNE",
            "--module_resolution=NODE",
            "--language_in=UNSTABLE",
            "--language_out=NO_TRANSPILE",
            "--compilation_level=SIMPLE",
            "--isolation_mode=IIFE",
            // The types are for tsc, which reads more of them than this compiler does.
            "--warning_level=QUIET",
            "--js_output_file=" + output
        });
        setExitCodeReceiver(this::end);
    }

    private @Nullable Void end(int code) {
        status = code;
        return null;
    }

    /** Compiles them; throws IllegalStateException after the compiler has said what is wrong. */
    static String from(Path entry) throws IOException {
        var output = Files.createTempFile("script", ".js");
        try {
            var script = new Script(entry, output);
            script.run();
            if (script.status != 0) {
                throw new IllegalStateException("the script does not compile");
            }
            return Files.readString(output);
        } finally {
            Files.delete(output);
        }
    }
}
