package ibid.cli;

import ibid.api.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real headless Firefox with one page, driven by WebDriver BiDi. */
final class Firefox implements AutoCloseable {

    static final String ENTER = "\uE007"; // as WebDriver names the key
    static final String ESCAPE = "\uE00C";

    private static final Path PROGRAM = Path.of("/usr/bin/firefox-esr");
    private static final String LISTENS = "WebDriver BiDi listening on ";
    private static final Duration MAX_WAIT = Duration.ofSeconds(90); // the machine may be busy
    private static final int PAUSE_MILLIS = 100;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private final String page;
    private int sent;

    static boolean there() {
        return Files.isExecutable(PROGRAM);
    }

    /** @param profile an empty folder */
    Firefox(Path profile) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--headless",
                        "--profile",
                        profile.toString(),
                        "--remote-debugging-port",
                        "0")
                .redirectErrorStream(true)
                .start();
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(address() + "/session"), new Listener())
                .join();
        call("session.new", Map.of("capabilities", Map.of()));
        page = Json.object(call("browsingContext.create", Map.of("type", "tab")), "it")
                .get("context")
                .toString();
        call("browsingContext.setViewport", Map.of("context", page, "viewport", Map.of("width", 1360, "height", 860)));
    }

    private String address() throws IOException {
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(LISTENS)) {
                Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(ignored -> {})); // or it stops writing
                return line.substring(line.indexOf(LISTENS) + LISTENS.length()).strip();
            }
        }
        throw new IOException("Firefox ended before it listened");
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                messages.add(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    /** The result of a command as JSON. */
    private String call(String method, Map<String, Object> parameters) throws InterruptedException {
        int id = ++sent;
        socket.sendText(Json.write(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        while (true) {
            String message = messages.poll(MAX_WAIT.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Firefox does not answer " + method);
            }
            Map<String, Object> answer = Json.object(message, "it");
            if (Integer.valueOf(id).equals(answer.get("id"))) {
                if (!answer.get("type").equals("success")) {
                    throw new AssertionError(method + ": " + message);
                }
                return Json.write(answer.get("result"));
            }
        }
    }

    void open(String url) throws InterruptedException {
        call("browsingContext.navigate", Map.of("context", page, "url", url, "wait", "complete"));
    }

    /** The value of an expression of JavaScript, as text. */
    String value(String expression) throws InterruptedException {
        String answer = call(
                "script.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "target", Map.of("context", page)));
        Object result = Json.object(answer, "it").get("result");
        return String.valueOf(((Map<?, ?>) result).get("value"));
    }

    /** Waits until the expression is true. */
    void until(String expression) throws InterruptedException {
        Instant end = Instant.now().plus(MAX_WAIT);
        while (!value("Boolean(" + expression + ")").equals("true")) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("never came to hold: " + expression);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Presses and releases keys, one after the other. */
    void type(String keys) throws InterruptedException {
        List<Map<String, String>> actions = new ArrayList<>();
        for (String key : keys.split("")) {
            actions.add(Map.of("type", "keyDown", "value", key));
            actions.add(Map.of("type", "keyUp", "value", key));
        }
        Map<String, Object> keyboard = Map.of("type", "key", "id", "keyboard", "actions", actions);
        call("input.performActions", Map.of("context", page, "actions", List.of(keyboard)));
    }

    void picture(Path file) throws IOException, InterruptedException {
        Object png = Json.object(call("browsingContext.captureScreenshot", Map.of("context", page)), "it")
                .get("data");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(png.toString()));
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
