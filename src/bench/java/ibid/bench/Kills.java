package ibid.bench;

import ibid.storage.DatabaseFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.FSDirectory;

/**
 * Kills a real server ({@code kill -9}) at random moments of its start, and while clients ask, upload, remove articles
 * and delete conversations. After each kill the databases and the index are checked, and at the next start everything
 * that was acknowledged: answers to the letter, uploads, removals, deletions. Arguments: a folder to work in, how many
 * kills, a port, and a seed.
 */
final class Kills {

    private static final int KILLS_WHILE_STARTING = 4; // one in four
    private static final int MIN_ANSWERS = 2, MIN_UPLOADS = 2; // acknowledged in a round before its kill
    private static final int MAX_WAIT_TENTHS = 3000; // of a second, for those; more is a breach
    private static final int MAX_REFUSALS = 20; // in a row, each after up to 30 s
    private static final int CHECKED_AGAIN = 40; // older acknowledgements asked for after each kill; all at the end
    private static final String ANSWERS = "/api/v1/answers", ARTICLES = "/api/v1/articles/";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\",\"conversation_id\":\"([^\"]+)\"");

    private final Path folder;
    private final int port;
    private final Random random;
    private final Map<String, String> answers = new ConcurrentHashMap<>(); // acknowledged, as they were shown, by id
    private final Map<String, String> conversations = new ConcurrentHashMap<>(); // of those answers
    private final Map<String, String> uploads = new ConcurrentHashMap<>(); // acknowledged, text by article
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet(); // answers of deleted conversations
    private final AtomicInteger serial = new AtomicInteger();
    private final AtomicInteger allAnswers = new AtomicInteger(),
            allUploads = new AtomicInteger(),
            cut = new AtomicInteger();
    private final List<String> breaches = new ArrayList<>();
    private long startMillis = 5000; // of the last start that was waited for

    private Kills(Path folder, int port, long seed) {
        this.folder = folder;
        this.port = port;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        int kills = Integer.parseInt(arguments[1]), port = Integer.parseInt(arguments[2]);
        ServerProcess.prepare(folder, port);
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : System.nanoTime();
        new Kills(folder, port, seed).run(kills);
    }

    private void run(int kills) throws Exception {
        for (int kill = 1; kill <= kills; kill++) {
            ServerProcess server = new ServerProcess(folder, port);
            if (kill % KILLS_WHILE_STARTING == 0) {
                Thread.sleep(random.nextLong(startMillis));
            } else {
                long start = System.nanoTime();
                server.awaitReady();
                startMillis = millisSince(start);
                check(server, CHECKED_AGAIN);
                work(server);
            }
            server.kill();
            checkFiles();
            report(kill);
        }
        ServerProcess server = new ServerProcess(folder, port);
        server.awaitReady();
        check(server, Integer.MAX_VALUE);
        System.out.println("stopped with " + server.stop());
        report(kills);
    }

    private void report(int kills) {
        System.out.printf(
                "%d kills: acknowledged %d answers, %d uploads, %d removals, answers of deleted conversations %d;"
                        + " cut by a kill %d; %d breaches, %d native crashes%n",
                kills,
                allAnswers.get(),
                allUploads.get(),
                removed.size(),
                deleted.size(),
                cut.get(),
                breaches.size(),
                ServerProcess.crashes(folder));
        breaches.forEach(System.out::println);
    }

    /** Clients at work until a random moment; they end when the server is gone. */
    private void work(ServerProcess server) throws InterruptedException {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long seed = random.nextLong();
            clients.add(Thread.ofPlatform().daemon().start(() -> askUntilGone(server, new Random(seed))));
        }
        clients.add(Thread.ofPlatform().daemon().start(() -> uploadUntilGone(server)));
        long start = System.nanoTime();
        awaitAcknowledged();
        Thread.sleep(random.nextLong(millisSince(start) / MIN_ANSWERS + 1)); // somewhere in the next operations
        server.kill();
        for (Thread client : clients) {
            client.join();
        }
    }

    private void awaitAcknowledged() {
        int answered = allAnswers.get() + MIN_ANSWERS, uploaded = allUploads.get() + MIN_UPLOADS;
        for (int i = 0; i < MAX_WAIT_TENTHS; i++) {
            if (allAnswers.get() >= answered && allUploads.get() >= uploaded) {
                return;
            }
            sleep();
        }
        breaches.add("too little acknowledged in a round, which proves nothing");
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void askUntilGone(ServerProcess server, Random random) {
        while (server.isAlive()) {
            String question = PortNews.QUESTIONS.get(random.nextInt(PortNews.QUESTIONS.size()));
            Optional<HttpResponse<String>> answer =
                    counted(server.post(ANSWERS, "{\"question\": \"" + question + "\"}"));
            answer.filter(response -> response.statusCode() == 200).ifPresent(response -> {
                Matcher ids = ID.matcher(response.body());
                if (ids.find()) {
                    answers.put(ids.group(1), response.body());
                    conversations.put(ids.group(1), ids.group(2));
                    allAnswers.incrementAndGet();
                }
            });
            if (random.nextInt(4) == 0) {
                conversations.keySet().stream().findAny().ifPresent(id -> deleteConversation(server, id));
            }
        }
    }

    private Optional<HttpResponse<String>> counted(Optional<HttpResponse<String>> response) {
        if (response.isEmpty()) {
            cut.incrementAndGet();
        }
        return response;
    }

    private void deleteConversation(ServerProcess server, String id) {
        String conversation = conversations.remove(id);
        String shown = conversation == null ? null : answers.remove(id);
        if (shown != null) {
            counted(server.delete("/api/v1/conversations/" + conversation))
                    .filter(response -> response.statusCode() == 204)
                    .ifPresent(response -> deleted.add(id));
        }
    }

    private void uploadUntilGone(ServerProcess server) {
        while (server.isAlive()) {
            int number = serial.incrementAndGet();
            String name = "upload-" + number;
            String text = "# Upload " + number + "\n\nUpload " + number + " says that " + number * 7
                    + " barges left the port of Odile on Monday.\n";
            counted(server.upload(name + ".md", text))
                    .filter(response -> response.statusCode() == 201)
                    .ifPresent(response -> {
                        uploads.put(name, text);
                        allUploads.incrementAndGet();
                    });
            if (number % 3 == 0) {
                uploads.keySet().stream().findAny().ifPresent(article -> remove(server, article));
            }
        }
    }

    private void remove(ServerProcess server, String article) {
        uploads.remove(article);
        counted(server.delete(ARTICLES + article))
                .filter(response -> response.statusCode() == 204 || response.statusCode() == 202)
                .ifPresent(response -> removed.add(article));
    }

    /** Everything that was acknowledged, or some of it. */
    private void check(ServerProcess server, int max) {
        answers.entrySet().stream()
                .limit(max)
                .forEach(
                        answer -> expect(server, ANSWERS + "/" + answer.getKey(), 200, Optional.of(answer.getValue())));
        deleted.stream().limit(max).forEach(id -> expect(server, ANSWERS + "/" + id, 404, Optional.empty()));
        uploads.keySet().stream().limit(max).forEach(id -> awaitIndexed(server, id));
        removed.stream().limit(max).forEach(id -> expect(server, ARTICLES + id, 404, Optional.empty()));
        for (Map.Entry<String, String> upload : uploads.entrySet()) {
            Path file = folder.resolve("corpus").resolve(upload.getKey() + ".md");
            if (Files.notExists(file) || !ServerProcess.read(file).equals(upload.getValue())) {
                breaches.add("lost upload " + upload.getKey());
            }
        }
    }

    private void expect(ServerProcess server, String path, int status, Optional<String> body) {
        HttpResponse<String> response = server.get(path).orElseThrow();
        for (int tries = 0; response.statusCode() == 503 && tries < MAX_REFUSALS; tries++) {
            sleep(); // a machine that is busy with other things; nothing is lost by that
            response = server.get(path).orElseThrow();
        }
        boolean isSame = body.isEmpty() || body.get().equals(response.body());
        if (response.statusCode() != status || !isSame) {
            breaches.add(path + " gives " + response.statusCode() + " instead of " + status + ", same: " + isSame);
        }
    }

    /** An upload is in the folder at once, in the index when the update under way is done. */
    private void awaitIndexed(ServerProcess server, String id) {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (server.get(ARTICLES + id).orElseThrow().statusCode() == 200) {
                return;
            }
            sleep();
        }
        breaches.add("upload " + id + " is not indexed");
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The files as the kill left them. */
    private void checkFiles() throws Exception {
        Path data = folder.resolve("data");
        for (String database : List.of("log.sqlite", "catalogue.sqlite")) {
            new DatabaseFile(data.resolve(database))
                    .damage()
                    .ifPresent(damage -> breaches.add(database + ": " + damage));
        }
        if (Files.exists(data.resolve("index"))) {
            try (FSDirectory directory = FSDirectory.open(data.resolve("index"));
                    CheckIndex check = new CheckIndex(directory)) {
                boolean isEmpty = !org.apache.lucene.index.DirectoryReader.indexExists(directory);
                if (!isEmpty && !check.checkIndex().clean) {
                    breaches.add("the index is damaged");
                }
            }
        }
    }
}
