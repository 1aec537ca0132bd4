import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** Prints every frame of a socket: java docs/walk/Listen.java TOKEN [ws://127.0.0.1:3001]. Needs Java 17 or later. */
public final class Listen {
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 1) {
            System.err.println("usage: java docs/walk/Listen.java TOKEN [ws://127.0.0.1:3001]");
            System.exit(2);
        }
        var address = URI.create(arguments.length > 1 ? arguments[1] : "ws://127.0.0.1:3001");
        var closed = new CountDownLatch(1);
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("tagalong.v1", "jwt." + arguments[0])
                .buildAsync(address, new Printer(closed))
                .exceptionally(refused -> {
                    System.err.println("the socket was refused: " + refused.getCause());
                    closed.countDown();
                    return null;
                });
        closed.await();
    }

    private static final class Printer implements WebSocket.Listener {
        private final CountDownLatch closed;
        private final StringBuilder frame = new StringBuilder();

        Printer(CountDownLatch closed) {
            this.closed = closed;
        }

        @Override
        public void onOpen(WebSocket socket) {
            System.out.println("listening");
            socket.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            frame.append(text);
            if (last) {
                System.out.println(frame);
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            System.out.println("closed " + status + " " + reason);
            closed.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            System.err.println("the socket broke: " + error);
            closed.countDown();
        }
    }
}
