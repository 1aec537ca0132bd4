package dev.tagalong.handlers.communications;

import dev.tagalong.domain.Outcome;
import dev.tagalong.domain.subscription.Fault;
import dev.tagalong.domain.subscription.Report;
import dev.tagalong.domain.subscription.ThreadView;
import dev.tagalong.domain.subscription.Warning;
import dev.tagalong.handlers.http.Json;
import dev.tagalong.handlers.http.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers show what came of a request, and the followers of a thread. */
final class ThreadWire {
    private ThreadWire() {}

    /** Where a repetition may do more than was done, it shall: such an answer is not given again. */
    static Response response(Outcome<Report> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Report> refused -> new Response.Refused(refused.refusal());
            case Outcome.Done<Report> done ->
                done.value().faults().stream().anyMatch(fault -> fault.code() == Fault.Code.BUSY)
                        ? new Response.Unfinished(200, report(done.value()), null)
                        : new Response.Ready(200, report(done.value()));
        };
    }

    private static Map<String, @Nullable Object> report(Report report) {
        return Json.object(
                "errors", report.faults().stream().map(ThreadWire::fault).toList(),
                "warnings", report.warnings().stream().map(ThreadWire::warning).toList());
    }

    private static Map<String, @Nullable Object> fault(Fault fault) {
        return Json.object(
                "errorCode", fault.code().name(),
                "errorDescription", fault.description(),
                "errorUID", fault.id().toString());
    }

    private static Map<String, @Nullable Object> warning(Warning warning) {
        return Json.object("warningCode", warning.code().name(), "warningDescription", warning.description());
    }

    static Map<String, @Nullable Object> thread(ThreadView thread) {
        return Json.object(
                "userEvents",
                thread.subscribers().stream()
                        .map(subscriber -> subscriber(thread, subscriber))
                        .toList(),
                "customerUuid",
                thread.name().customer().toString(),
                "departmentUuid",
                thread.name().department().toString());
    }

    private static Map<String, @Nullable Object> subscriber(ThreadView thread, ThreadView.Subscriber subscriber) {
        var user = subscriber.user();
        var contact = user.id().equals(thread.customer()) ? "CUSTOMER" : "CONTACT";
        return Json.object(
                "user",
                Json.object(
                        "uuid", user.uuid().toString(),
                        "name", user.person().fullName(),
                        "type", user.isAgent() ? "USER" : contact,
                        "departmentUuid", thread.name().department().toString()),
                "events",
                TopicsWire.write(subscriber.subscription().topics()));
    }
}
