package dev.tagalong.checks.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The browser that is installed here, started once for all tests. */
public final class Chromium implements AutoCloseable {
    /** The shell before the others: it makes no window around a page, which took most of the time. */
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /** Where one is; CHROMIUM names another place than the usual ones. */
    static Optional<Path> executable() {
        var named = System.getenv("CHROMIUM");
        return named(named)
                .or(() -> PLACES.stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    private static Optional<Path> named(@Nullable String place) {
        return Optional.ofNullable(place).map(Path::of);
    }

    /** Starts it. */
    static Chromium start() {
        return new Chromium(executable().orElseThrow());
    }

    /** A window of its own, with no memory of others. */
    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 800);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
