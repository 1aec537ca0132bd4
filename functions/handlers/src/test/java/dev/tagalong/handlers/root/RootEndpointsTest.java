package dev.tagalong.handlers.root;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagalong.handlers.frontdesk.FrontDesk;
import dev.tagalong.handlers.frontdesk.Request;
import org.junit.jupiter.api.Test;

final class RootEndpointsTest {
    private final FrontDesk front = new FrontDesk();

    @Test
    void healthIsOkWithoutAToken() {
        var answer = new Request().to(new Health(front.desk.store.directory()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"data\":{\"status\":\"ok\"}}");
    }

    @Test
    void healthIs503WhenTheTableCannotBeRead() {
        front.desk.store.faults().failAfter(0);

        var answer = new Request().to(new Health(front.desk.store.directory()));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).doesNotContain("store", "Exception");
    }

    @Test
    void anUnknownPathIs404InTheShapeOfTheApi() {
        var answer = new Request().bare().to(new UnknownRoute());

        assertThat(answer.refusal()).isEqualTo("404 NotFoundError route not found");
        assertThat(answer.at("error_type")).isEqualTo("NotFoundException");
    }
}
