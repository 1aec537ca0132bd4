package dev.tagalong.local.demo;

import dev.tagalong.local.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Somebody of the demo workspace whom one can sign in as. */
record DemoAgent(int id, String firstName, String lastName, String role) {
    static final DemoAgent OLGA = new DemoAgent(2, "Olga", "Petrov", "owner");
    static final DemoAgent BOB = new DemoAgent(42, "Bob", "Smith", "agent");
    static final DemoAgent ALICE = new DemoAgent(17, "Alice", "Jones", "agent");
    static final DemoAgent SAM = new DemoAgent(7, "Sam", "Lee", "supervisor");
    static final DemoAgent ADA = new DemoAgent(3, "Ada", "Byron", "admin");
    static final List<DemoAgent> ALL = List.of(BOB, ALICE, SAM, ADA, OLGA);

    /** As the API takes agents. */
    Map<String, Object> fields() {
        return Json.of(
                "id", id,
                "first_name", firstName,
                "last_name", lastName,
                "email", firstName.toLowerCase(Locale.ROOT) + "@example.com",
                "role", role);
    }
}
