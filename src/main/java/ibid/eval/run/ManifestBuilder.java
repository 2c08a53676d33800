package ibid.eval.run;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.eval.client.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects the manifest of a run when it starts. The writer is added later, from the answers. */
public final class ManifestBuilder {

    private static final List<String> DATASET = List.of("topics.tsv", "nuggets.jsonl", "qrels.txt");

    private static final String NOT_STATED = "not stated";

    private ManifestBuilder() {}

    /** @param asked a description of the server */
    public static RunManifest of(Path dataset, ApiClient client, Map<String, String> judges, String asked) {
        String index = client.generation().replaceFirst("^.*-", ""); // what is before it is only the time of the build
        String build = client.build();
        Map<String, String> server =
                Map.of("server_build", build.isEmpty() ? NOT_STATED : build, "index_digest", index);
        return of(dataset, asked, server, judges);
    }

    /** Of a server that states neither its build nor its index. */
    public static RunManifest ofChat(Path dataset, Map<String, String> judges, String asked) {
        Map<String, String> server = Map.of("server_build", NOT_STATED, "index_digest", NOT_STATED);
        return of(dataset, asked, server, judges).with(RunManifest.DIALECT, OpenAiServer.DIALECT);
    }

    private static RunManifest of(Path dataset, String asked, Map<String, String> server, Map<String, String> judges) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                RunManifest.STARTED,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        parts.put("dataset", dataset.toAbsolutePath().normalize().toString());
        parts.put(RunManifest.DATASET, digest(dataset));
        parts.put("asked", asked);
        for (String name : List.of("server_build", "index_digest")) {
            parts.put(name, server.get(name));
        }
        judges.forEach((name, made) -> parts.put(
                parts.containsKey(RunManifest.JUDGE) ? RunManifest.JUDGE + "_by_" + name : RunManifest.JUDGE, made));
        parts.put("bootstrap_seed", "20261124");
        return new RunManifest(parts);
    }

    private static String digest(Path dataset) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : DATASET) {
                digest.update(bytes(dataset.resolve(file)));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw unreadable(dataset, unreadable);
        }
    }

    private static IbidException unreadable(Path dataset, IOException cause) {
        String why = "cannot read the dataset in " + dataset + ": " + cause.getMessage();
        return new IbidException(IbidException.Code.INVALID, why, cause);
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    /** The writers of the answers, with their prompt versions. */
    public static String writers(List<TopicResult> results) {
        return results.stream()
                .map(result -> writer(result.answer()))
                .filter(writer -> !writer.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String writer(AnswerBody answer) {
        AnswerBody.Writer writer = answer.provenance().writer();
        return writer.prompt().isEmpty() ? writer.model() : writer.model() + ", " + writer.prompt();
    }

    /**
     * The reason why earlier answers cannot be reused: one of their questions, asked again, is answered by another
     * writer. Empty if the writer is the same.
     */
    public static Optional<String> otherWriter(List<TopicResult> done, ApiClient client) {
        List<TopicResult> first = done.stream()
                .filter(result -> result.topic().follows().isEmpty())
                .toList();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        TopicResult one = first.stream()
                .filter(result -> !writer(result.answer()).equals("extractive"))
                .findFirst()
                .orElse(first.getFirst());
        AnswerBody answer = client.ask(one.topic().question(), Optional.empty()).answer();
        client.forget(answer.asked().conversationId());
        String was = writer(one.answer());
        String is = writer(answer);
        return was.equals(is) ? Optional.empty() : Optional.of(RunManifest.WRITER + ": was " + was + ", is " + is);
    }
}
