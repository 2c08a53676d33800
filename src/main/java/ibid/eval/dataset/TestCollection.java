package ibid.eval.dataset;

import ibid.IbidException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Topics and what is known about right answers: {@code topics.tsv} and, if present, {@code nuggets.jsonl} and
 * {@code qrels.txt}.
 */
public record TestCollection(List<Topic> topics, List<Nugget> nuggets, Qrels qrels) {

    public TestCollection {
        topics = List.copyOf(topics);
        nuggets = List.copyOf(nuggets);
    }

    /** Reads a folder. Throws with one line for each fault. */
    public static TestCollection read(Path folder) {
        DatasetFaults faults = new DatasetFaults();
        List<String> lines = lines(folder, TopicFile.NAME)
                .orElseThrow(() -> new IbidException(
                        IbidException.Code.INVALID,
                        "there is no " + folder.resolve(TopicFile.NAME)
                                + "; name a folder that has one with --dataset DIR, or create one from your "
                                + "articles with ./ibid eval draft --dataset DIR"));
        Map<String, Topic> topics = new LinkedHashMap<>();
        TopicFile.read(lines, faults).forEach(topic -> topics.put(topic.id(), topic));
        List<Nugget> nuggets = NuggetFile.read(lines(folder, NuggetFile.NAME).orElse(List.of()), topics, faults);
        Qrels qrels = Qrels.read(lines(folder, Qrels.NAME).orElse(List.of()), topics.keySet(), faults);
        faults.throwIfAny();
        return new TestCollection(List.copyOf(topics.values()), nuggets, qrels);
    }

    public static Optional<List<String>> lines(Path folder, String file) {
        try {
            return Optional.of(Files.readAllLines(folder.resolve(file)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "cannot read " + folder.resolve(file) + ": " + unreadable.getMessage()
                            + "; it must be text in UTF-8",
                    unreadable);
        }
    }

    /** The selected topics and the ones they follow. */
    public TestCollection filter(Predicate<Topic> filter) {
        List<List<Topic>> some = conversations().stream()
                .filter(conversation -> conversation.stream().anyMatch(filter))
                .toList();
        List<Topic> kept = topics.stream()
                .filter(topic -> some.stream().anyMatch(conversation -> conversation.contains(topic)))
                .toList();
        return new TestCollection(kept, nuggetsOf(kept), qrels);
    }

    private List<Nugget> nuggetsOf(List<Topic> some) {
        List<String> ids = some.stream().map(Topic::id).toList();
        return nuggets.stream().filter(nugget -> ids.contains(nugget.topic())).toList();
    }

    /**
     * The topics of each conversation, each following the one before it. If two topics follow the same one, each gets
     * its own conversation, which repeats the earlier questions.
     */
    public List<List<Topic>> conversations() {
        List<List<Topic>> conversations = new ArrayList<>();
        for (Topic topic : topics) {
            if (topic.follows().isEmpty()) {
                conversations.add(new ArrayList<>(List.of(topic)));
                continue;
            }
            List<Topic> before = conversations.stream()
                    .filter(conversation -> conversation.getLast().id().equals(topic.follows()))
                    .findFirst()
                    .orElseGet(() -> {
                        conversations.add(new ArrayList<>(upTo(topic.follows(), conversations)));
                        return conversations.getLast();
                    });
            before.add(topic);
        }
        return List.copyOf(conversations);
    }

    private static List<Topic> upTo(String topic, List<List<Topic>> conversations) {
        List<Topic> first = conversations.stream()
                .filter(conversation ->
                        conversation.stream().anyMatch(one -> one.id().equals(topic)))
                .findFirst()
                .orElseThrow();
        return first.subList(0, first.stream().map(Topic::id).toList().indexOf(topic) + 1);
    }

    public List<Nugget> nuggets(String topic) {
        return nuggets.stream().filter(nugget -> nugget.topic().equals(topic)).toList();
    }

    /** Writes the files of a new dataset. Existing files are not overwritten. */
    public void write(Path folder, Map<String, String> notes) {
        try {
            Files.createDirectories(folder);
            if (Files.exists(folder.resolve(TopicFile.NAME))) {
                throw new IbidException(
                        IbidException.Code.INVALID,
                        folder.resolve(TopicFile.NAME) + " already exists; name another folder, or remove it");
            }
            Files.writeString(folder.resolve(TopicFile.NAME), TopicFile.text(topics, notes));
            if (!nuggets.isEmpty()) {
                Files.writeString(folder.resolve(NuggetFile.NAME), NuggetFile.text(nuggets));
            }
            if (!qrels.grades().isEmpty()) {
                Files.writeString(folder.resolve(Qrels.NAME), qrels.lines());
            }
        } catch (IOException unwritable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "the dataset cannot be written to " + folder + ": " + unwritable.getMessage(),
                    unwritable);
        }
    }
}
