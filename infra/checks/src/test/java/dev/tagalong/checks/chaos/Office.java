package dev.tagalong.checks.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The people and tickets of a script in the workspace demo, and what they do by HTTP. */
final class Office {
    private static final String API = "/api/v1";
    private static final String FIRST = "00000000-0000-7000-8000-000000000000";
    private static final Pattern WORD = Pattern.compile("(?m)^(word|last)[0-9]+$");
    private static final Pattern ADDED = Pattern.compile("(?m)^.* added you as a follower on .*\"Ticket ([0-9]+)\"$");
    private static final String NEVER = "2099-01-01T00:00:00Z";

    private final Stubborn api;
    private final Tokens tokens;
    private final List<Person> authors;
    private final List<Person> followers;
    private final List<String> tickets;
    private final Map<String, Integer> places;
    /** The words of the messages, by their ids. */
    private final Map<String, String> words = new ConcurrentHashMap<>();
    /** What the letters tell that were read so far, by the address they went to. */
    private final Map<String, List<Mailed>> letters = new HashMap<>();

    private Office(Stubborn api, Script script) {
        this.api = api;
        this.tokens = new Tokens(api);
        this.authors = people("author", "supervisor", script.authors());
        this.followers = people("follower", "agent", script.followers());
        int team = Rows.number(
                api.send(
                        "POST",
                        API + "/teams",
                        Map.of(
                                "name",
                                "Authors",
                                "members",
                                authors.stream().map(Person::id).toList()),
                        owner()),
                "id");
        int customer = Rows.number(
                api.send(
                        "POST",
                        API + "/contacts",
                        Map.of("first_name", "Linda", "last_name", "Buyer", "email", "buyer@chaos.example"),
                        owner()),
                "id");
        this.tickets = Hands.map(script.places(), place -> ticket(customer, team, place));
        this.places = IntStream.range(0, tickets.size())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(tickets::get, place -> place));
    }

    /** Makes whoever and whatever a script needs. */
    static Office open(Stubborn api, Script script) {
        return new Office(api, script);
    }

    private String owner() {
        return tokens.of("olga@example.com");
    }

    /** A token of somebody's that is valid now. */
    String token(Person person) {
        return tokens.of(person.email());
    }

    private List<Person> people(String name, String role, int count) {
        return IntStream.range(0, count)
                .mapToObj(place -> {
                    var email = name + place + "@chaos.example";
                    var made = Rows.data(api.send(
                            "POST",
                            API + "/agents",
                            Map.of("first_name", name, "last_name", "N" + place, "email", email, "role", role),
                            owner()));
                    var id = (Integer) made.get("id");
                    return new Person(id == null ? 0 : id, String.valueOf(made.get("uuid")), email);
                })
                .toList();
    }

    /** A ticket of the authors' team, so that followers see it by following alone. */
    private String ticket(int customer, int team, int place) {
        var made = Rows.data(api.send(
                "POST",
                API + "/conversations",
                Map.of("subject", "Ticket " + place, "customer_id", customer),
                owner()));
        var uuid = String.valueOf(made.get("uuid"));
        api.send("PUT", API + "/conversations/" + uuid + "/assignee/team", Map.of("assignee_id", team), owner());
        return uuid;
    }

    List<Person> followers() {
        return followers;
    }

    /** The settings of everybody's habit. */
    void settle() {
        for (int place = 0; place < followers.size(); place++) {
            api.send(
                    "PUT",
                    API + "/agents/me/notification-settings",
                    Habit.of(place).settings(),
                    token(followers.get(place)));
        }
    }

    /** Has those who want it mute a ticket or hear mentions only; done when they heard that they were added. */
    void quieten(Act.Add add) {
        var follower = followers.get(add.follower());
        var ticket = tickets.get(add.ticket());
        switch (Habit.of(add.follower())) {
            case MUTED ->
                api.send("PUT", API + "/conversations/" + ticket + "/mute", Map.of("until", NEVER), token(follower));
            case ONLY_MENTIONS ->
                api.send(
                        "PATCH",
                        "/v1/demo/conversations/" + ticket + "/participants/" + follower.uuid(),
                        Map.of("notify", "MentionsOnly"),
                        owner());
            case EVERYTHING, GATHERED, NO_MAIL, FEW_TOASTS -> {}
        }
    }

    /** Does it. */
    void act(Act act) {
        var path = API + "/conversations/" + tickets.get(act.ticket());
        var token = token(authors.get(act.author()));
        switch (act) {
            case Act.Add add ->
                api.send(
                        "POST",
                        path + "/followers",
                        Map.of("user_id", followers.get(add.follower()).id()),
                        token);
            case Act.Remove remove ->
                api.send(
                        "DELETE",
                        path + "/followers/" + followers.get(remove.follower()).id(),
                        Map.of(),
                        token);
            case Act.Tag tag -> api.send("PUT", path + "/tags", Map.of("tags", List.of(tag.word())), token);
            case Act.Say say -> {
                var body = new HashMap<String, Object>(Map.of("message", say.word(), "private", say.note()));
                Optional.ofNullable(say.mentioned())
                        .ifPresent(one ->
                                body.put("mentions", List.of(followers.get(one).id())));
                var made = Rows.data(api.send("POST", path + "/messages", body, token));
                words.put(String.valueOf(made.get("uuid")), say.word());
            }
        }
    }

    /** How many entries the log of a ticket has. */
    int logged(int ticket) {
        return Rows.number(
                api.get(API + "/conversations/" + tickets.get(ticket) + "/activities?page_size=1", owner()), "total");
    }

    /** What a row or a frame tells of; its message counts only by its word. */
    Told told(Map<String, Object> row) {
        return new Told(
                String.valueOf(row.get("type")),
                places.getOrDefault(String.valueOf(row.get("conversation_uuid")), -1),
                row.get("message_id") == null ? "" : words.getOrDefault(String.valueOf(row.get("message_id")), "?"));
    }

    /** How many rows somebody's inbox has. */
    int rows(Person follower) {
        return Rows.number(api.get(API + "/notifications/stats", token(follower)), "total_count");
    }

    /** Every row of somebody's inbox, from the oldest on, as a client pages through it that has none. */
    Map<String, Told> inbox(Person follower) {
        var found = new LinkedHashMap<String, Told>();
        var last = FIRST;
        while (true) {
            var page = Rows.of(api.get(API + "/notifications?limit=100&after=" + last, token(follower)));
            var before = found.size();
            page.forEach(row -> found.put(String.valueOf(row.get("id")), told(row)));
            if (found.size() == before) {
                return found;
            }
            last = String.valueOf(page.getLast().get("id"));
        }
    }

    /** What each letter to somebody tells of, oldest first; fetches those that came since the last time. */
    List<Mailed> letters(Person follower) {
        var opened = letters.computeIfAbsent(follower.email(), unused -> new ArrayList<>());
        api.list("/_local/mail?to=" + follower.email() + "&skip=" + opened.size()).stream()
                .map(Rows::fields)
                .map(mail -> new Mailed(
                        Instant.parse(String.valueOf(mail.get("sent_at"))), read(String.valueOf(mail.get("text")))))
                .forEach(opened::add);
        return List.copyOf(opened);
    }

    /** What one letter tells of: the words of messages, and the tickets its reader was added to. */
    private static List<String> read(String text) {
        return Stream.concat(
                        WORD.matcher(text).results().map(MatchResult::group),
                        ADDED.matcher(text).results().map(found -> "added " + found.group(1)))
                .toList();
    }
}
