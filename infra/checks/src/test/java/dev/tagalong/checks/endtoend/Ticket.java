package dev.tagalong.checks.endtoend;

/** A conversation that a test works with. */
record Ticket(String uuid, int reference, String subject) {

    static Ticket of(Answer answer) {
        return new Ticket(
                answer.string("data", "uuid"),
                answer.number("data", "reference_number"),
                answer.string("data", "subject"));
    }

    String path(String rest) {
        return "/api/v1/conversations/" + uuid + rest;
    }

    /** How sentences name it. */
    String words() {
        return "ticket #" + reference + " — \"" + subject + "\"";
    }
}
