package dev.tagalong.checks.events;

import dev.tagalong.checks.endtoend.Answer;
import java.util.function.Function;

/**
 * One sample event, and how the running stack is brought to invoke the function with it.
 *
 * @param place its file below events/ without the ending: Function/case
 */
record Sample(String place, Drive drive) {

    /** A request that is answered with that status. */
    static Sample http(String place, int status, Function<Stage, Answer> call) {
        return new Sample(
                place, stage -> stage.recorded(name(place), call.apply(stage).is(status)));
    }

    /** The function. */
    String function() {
        return name(place);
    }

    private static String name(String place) {
        return place.substring(0, place.indexOf('/'));
    }

    /** Brings the running stack to it. */
    interface Drive {
        /** The event as it was recorded. */
        String capture(Stage stage);
    }
}
