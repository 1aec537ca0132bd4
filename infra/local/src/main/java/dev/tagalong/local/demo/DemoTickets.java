package dev.tagalong.local.demo;

import dev.tagalong.local.wire.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The tickets of the demo workspace: the one that the walk is about, and a few dozen more. */
final class DemoTickets {
    private static final String SHOWN = "afa55a3b-60fa-4930-8382-4ad39cf6929f";
    private static final List<String> SUBJECTS = List.of(
            "Invoice shows the wrong address",
            "Cannot export the report as CSV",
            "Two-factor code never arrives",
            "Please cancel the second seat",
            "App closes when I open a photo",
            "Refund for order 5518",
            "How do I add a colleague?",
            "Payment failed twice",
            "Search finds nothing since Monday",
            "Change of the account's owner",
            "Delivery came without the adapter",
            "Webhook answers 403");
    private static final List<String> STATUSES = List.of("open", "pending", "open", "closed");
    private static final List<String> PRIORITIES = List.of("medium", "low", "high", "medium", "urgent");
    private static final List<String> CHANNELS = List.of("email", "chat", "phone", "whatsapp");
    private static final List<String> TAGS = List.of("billing", "login", "bug", "question", "vip");

    private final DemoApi api;
    private final int support;
    private final int billing;

    DemoTickets(DemoApi api, int support, int billing) {
        this.api = api;
        this.support = support;
        this.billing = billing;
    }

    void load() {
        var linda = contact("Linda", "Olsen", "linda@customer.example");
        var marco = contact("Marco", "Rossi", "marco@customer.example");
        var inbox = DemoApi.id(api.create("/api/v1/inboxes", Json.of("name", "Help")));
        var department = api.create("/api/v1/departments", Json.of("name", "Customer care"));
        var shown = Json.of(
                "uuid",
                SHOWN,
                "reference_number",
                217,
                "subject",
                "Login problem after password reset",
                "customer_id",
                linda,
                "inbox_id",
                inbox,
                "department_uuid",
                department.get("uuid"),
                "tags",
                List.of("login"));
        ticket(shown);
        change(SHOWN, support, "open");
        message(SHOWN, "I reset my password this morning, and since then I cannot log in. The page just reloads.");
        all(IntStream.range(0, 36)
                .mapToObj(at -> (Runnable) () -> more(at, at % 3 == 0 ? linda : marco, inbox))
                .toList());
    }

    private int contact(String first, String last, String email) {
        return DemoApi.id(
                api.create("/api/v1/contacts", Json.of("first_name", first, "last_name", last, "email", email)));
    }

    private void more(int at, int customer, int inbox) {
        var ticket = Json.of(
                "reference_number", 181 + at,
                "subject", SUBJECTS.get(at % SUBJECTS.size()),
                "customer_id", customer,
                "inbox_id", inbox,
                "channel", CHANNELS.get(at % CHANNELS.size()),
                "priority", PRIORITIES.get(at % PRIORITIES.size()),
                "tags", List.of(TAGS.get(at % TAGS.size())));
        var uuid = ticket(ticket);
        message(uuid, "Hello, " + SUBJECTS.get(at % SUBJECTS.size()).toLowerCase(Locale.ROOT) + ".");
        change(uuid, List.of(0, support, billing).get(at % 3), STATUSES.get(at % STATUSES.size()));
    }

    private String ticket(Map<String, Object> body) {
        return String.valueOf(api.create("/api/v1/conversations", body).get("uuid"));
    }

    /** What is new is open and nobody's; a team of 0 leaves it so. */
    private void change(String uuid, int team, String status) {
        var changes = new HashMap<>(Json.of("status", status));
        if (team > 0) {
            changes.put("assigned_team_id", team);
        }
        if (team > 0 || !status.equals("open")) {
            api.change("/api/v1/conversations/" + uuid, changes);
        }
    }

    private void message(String uuid, String text) {
        api.create("/api/v1/conversations/" + uuid + "/messages", Json.of("message", text, "sender_type", "contact"));
    }

    private static void all(List<Runnable> steps) {
        try (var executor = Executors.newFixedThreadPool(4)) {
            var started = steps.stream().<Future<?>>map(executor::submit).toList();
            for (var step : started) {
                step.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the demo was loaded", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the demo cannot be loaded", failed.getCause());
        }
    }
}
