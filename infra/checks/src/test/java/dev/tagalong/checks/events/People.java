package dev.tagalong.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.checks.endtoend.Api;
import dev.tagalong.checks.endtoend.Eventually;

/** The people of the demo. */
final class People {
    private static final String LINK = "/unsubscribe/";

    private static final String REPLY = "\"Reply-To\":\"";

    private People() {}

    /** The workspace that somebody is in. */
    static String workspace(String email) {
        return email.endsWith("@other.example") ? "other" : "demo";
    }

    static String token(Api nobody, String email) {
        return nobody.post("/_local/token", "email", email, "workspace", workspace(email))
                .is(200)
                .string("token");
    }

    /** The uuid of a customer, who wrote the ticket of the demo. */
    static String uuid(Api api, String email) {
        var customer = api.get(Stage.TICKET.replace("/api/v1", "")).is(200);
        assertThat(customer.string("data", "customerId", "email")).isEqualTo(email);
        return customer.string("data", "customerId", "_id");
    }

    /** The uuid of the department that is called so. */
    static String department(Api api, String name) {
        return api.get("/api/v1/departments").is(200).rows("data", "results").stream()
                .filter(row -> name.equals(row.get("name")))
                .map(row -> String.valueOf(row.get("uuid")))
                .findFirst()
                .orElseThrow();
    }

    /** The id of the newest row of somebody's inbox, once there is one. */
    static String notification(Api api) {
        Eventually.holds(
                () -> assertThat(api.get("/api/v1/notifications").is(200).rows("data", "results"))
                        .isNotEmpty());
        return String.valueOf(api.get("/api/v1/notifications")
                .rows("data", "results")
                .getFirst()
                .get("id"));
    }

    /** Where a reply to the newest mail to somebody goes, once there is one. */
    static String replyTo(Api nobody, String email) {
        Eventually.holds(
                () -> assertThat(nobody.get("/_local/mail?to=" + email).is(200).text())
                        .contains(REPLY));
        var mails = nobody.get("/_local/mail?to=" + email).text();
        var address = mails.substring(mails.lastIndexOf(REPLY) + REPLY.length());
        return address.substring(0, address.indexOf('"'));
    }

    /** The token in the newest mail to somebody, once there is one. */
    static String unsubscribing(Api nobody, String email) {
        Eventually.holds(
                () -> assertThat(nobody.get("/_local/mail?to=" + email).is(200).text())
                        .contains(LINK));
        var mails = nobody.get("/_local/mail?to=" + email).text();
        var link = mails.substring(mails.lastIndexOf(LINK) + LINK.length());
        return link.substring(0, link.indexOf('>'));
    }
}
