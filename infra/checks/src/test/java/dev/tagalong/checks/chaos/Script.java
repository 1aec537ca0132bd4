package dev.tagalong.checks.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What happens at the desk, decided by a seed: first everybody is added, then there is talk, then one follower of each
 * ticket is taken off, then a last word is said at each.
 *
 * @param tickets how many there are
 * @param followers how many people follow any of them
 * @param authors how many people act
 */
record Script(
        int tickets, int followers, int authors, List<Act> adding, List<Act> talk, List<Act> parting, List<Act> after) {
    private static final int FOLLOWERS = 12;
    private static final int AUTHORS = 3;
    /** How many people follow each ticket. */
    static final int OF_EACH = 2;

    private static final int ACTS_PER_TICKET = 100;

    Script {
        adding = List.copyOf(adding);
        talk = List.copyOf(talk);
        parting = List.copyOf(parting);
        after = List.copyOf(after);
    }

    /** A script of that many events. */
    static Script of(long seed, int events) {
        var random = new Random(seed);
        int tickets = Math.max(FOLLOWERS / OF_EACH, events / ACTS_PER_TICKET);
        var adding = new ArrayList<Act>();
        var parting = new ArrayList<Act>();
        var after = new ArrayList<Act>();
        for (int ticket = 0; ticket < tickets; ticket++) {
            int first = ticket % FOLLOWERS;
            int second = (first + 1 + random.nextInt(FOLLOWERS - 1)) % FOLLOWERS;
            adding.add(new Act.Add(ticket, random.nextInt(AUTHORS), first));
            adding.add(new Act.Add(ticket, random.nextInt(AUTHORS), second));
            parting.add(new Act.Remove(ticket, random.nextInt(AUTHORS), first));
            after.add(new Act.Say(ticket, random.nextInt(AUTHORS), "last" + ticket, false, null));
        }
        int left = Math.max(0, events - adding.size() - parting.size() - after.size());
        var talk = IntStream.range(0, left)
                .mapToObj(number -> talk(random, tickets, adding, number))
                .toList();
        return new Script(tickets, FOLLOWERS, AUTHORS, adding, talk, parting, after);
    }

    private static Act talk(Random random, int tickets, List<Act> adding, int number) {
        int ticket = random.nextInt(tickets);
        int author = random.nextInt(AUTHORS);
        var word = "word" + number;
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Act.Tag(ticket, author, word);
            case 3, 4 -> new Act.Say(ticket, author, word, true, null);
            case 5 -> {
                var added = (Act.Add) adding.get(ticket * OF_EACH + random.nextInt(OF_EACH));
                yield new Act.Say(ticket, author, word, true, added.follower());
            }
            default -> new Act.Say(ticket, author, word, false, null);
        };
    }

    /** The places of the tickets. */
    List<Integer> places() {
        return IntStream.range(0, tickets).boxed().toList();
    }

    /** How many events there are. */
    int events() {
        return adding.size() + talk.size() + parting.size() + after.size();
    }
}
