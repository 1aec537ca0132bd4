package dev.tagalong.handlers.mail;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.Refusal;
import dev.tagalong.domain.mail.Unsubscriptions.Unsubscription;
import dev.tagalong.handlers.http.Response;
import java.util.function.Function;

/**
 * The pages behind the link of a mail. They need nothing from elsewhere, follow the colours of the device and name the
 * ticket by its number only: whoever got hold of the link is told no more.
 */
final class UnsubscribePage {
    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; --page: #f6f7f8; --card: #fff; --line: #d9dfe4; --text: #17212b;
              --button: #0f766e; --label: #fff; }
            @media (prefers-color-scheme: dark) {
              :root { --page: #10161d; --card: #18212b; --line: #2f3c4a; --text: #e8edf2; --button: #5eead4;
                --label: #06302c; }
            }
            body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
            main { max-width: 30rem; margin: min(6rem, 10vh) auto 2rem; padding: 1.5rem; overflow-wrap: anywhere;
              border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
            @media (max-width: 32rem) { main { margin: 1rem; } }
            h1 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 1rem; }
            button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1.25rem; border: 0;
              border-radius: .5rem; background: var(--button); color: var(--label); cursor: pointer; }
            button:focus-visible { outline: 2px solid var(--button); outline-offset: 2px; }
            </style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %2$s
            </main>
            </body>
            </html>
            """;
    private static final String BUTTON = """
            <p>%s</p>
            <form method="post">
            <input type="hidden" name="List-Unsubscribe" value="One-Click">
            <button type="submit">%s</button>
            </form>""";

    private static final String UNFOLLOWED =
            "You will get no more mail about it as a follower. A mention, an assignment or a"
                    + " subscription to its customer&#39;s tickets may still bring you some.";

    private UnsubscribePage() {}

    /** The page for an outcome; an unknown link gets one, too, since people come by it. */
    static Response of(Outcome<Unsubscription> outcome, Function<Unsubscription, String> page) {
        return switch (outcome) {
            case Outcome.Done<Unsubscription> done -> new Response.Shown(200, page.apply(done.value()));
            case Outcome.Refused<Unsubscription> refused ->
                refused.refusal() instanceof Refusal.NotFound ? unknown() : new Response.Refused(refused.refusal());
        };
    }

    /** Asks before anything is done. */
    static String question(Unsubscription link) {
        var ticket = "ticket #" + link.reference();
        return switch (link.way()) {
            case UNFOLLOW ->
                FRAME.formatted("Stop following " + ticket + "?", BUTTON.formatted(UNFOLLOWED, "Stop following"));
            case MUTE ->
                FRAME.formatted(
                        "Mute " + ticket + "?",
                        BUTTON.formatted("You will get no more mail and no notifications about it.", "Mute"));
        };
    }

    /** Says that it is done. */
    static String done(Unsubscription link) {
        var ticket = "ticket #" + link.reference();
        return switch (link.way()) {
            case UNFOLLOW ->
                FRAME.formatted("You no longer follow " + ticket, "<p role=\"status\">" + UNFOLLOWED + "</p>");
            case MUTE ->
                FRAME.formatted(
                        "You have muted " + ticket,
                        "<p role=\"status\">You will get no more mail and no notifications about it.</p>");
        };
    }

    private static Response unknown() {
        return new Response.Shown(
                404,
                FRAME.formatted(
                        "This link does not work",
                        "<p>It is not one of ours, or its ticket is gone. Nothing was changed.</p>"));
    }
}
