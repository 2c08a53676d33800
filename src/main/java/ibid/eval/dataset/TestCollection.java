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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Topics with what is known about right answers: {@code topics.tsv}, and where they are there {@code nuggets.jsonl} and
 * {@code qrels.txt}.
 */
public record TestCollection(List<Topic> topics, List<Nugget> nuggets, Qrels qrels) {

    public TestCollection {
        topics = List.copyOf(topics);
        nuggets = List.copyOf(nuggets);
    }

    /** Throws with every fault of every file in a line of its own. */
    public static TestCollection read(Path folder) {
        DatasetFaults faults = new DatasetFaults();
        List<String> lines = lines(folder, TopicFile.NAME).orElseThrow(() -> noTopics(folder));
        Map<String, Topic> topics = new LinkedHashMap<>();
        TopicFile.read(lines, faults).forEach(topic -> topics.put(topic.id(), topic));
        List<String> nuggetLines = lines(folder, NuggetFile.NAME).orElse(List.of());
        List<Nugget> nuggets = NuggetFile.read(nuggetLines, topics, faults);
        Qrels qrels = Qrels.read(lines(folder, Qrels.NAME).orElse(List.of()), topics.keySet(), faults);
        faults.tell();
        return new TestCollection(List.copyOf(topics.values()), nuggets, qrels);
    }

    private static IbidException noTopics(Path folder) {
        return new IbidException(
                IbidException.Code.INVALID,
                "there is no " + folder.resolve(TopicFile.NAME)
                        + "; name a folder that has one with --dataset DIR, or let ./ibid eval "
                        + "draft --dataset DIR write one from your articles");
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

    /** Those topics alone, and the ones they follow. */
    public TestCollection only(Predicate<Topic> wanted) {
        Set<Topic> some = conversations().stream()
                .filter(conversation -> conversation.stream().anyMatch(wanted))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        List<Topic> all = topics.stream().filter(some::contains).toList();
        Set<String> ids = all.stream().map(Topic::id).collect(Collectors.toSet());
        List<Nugget> asked =
                nuggets.stream().filter(nugget -> ids.contains(nugget.topic())).toList();
        return new TestCollection(all, asked, qrels);
    }

    /**
     * The topics that are asked in one conversation, each following the one before it. Where two follow the same one
     * there is a conversation for each, with
     * what comes before in both.
     */
    public List<List<Topic>> conversations() {
        List<List<Topic>> conversations = new ArrayList<>();
        for (Topic topic : topics) {
            if (topic.follows().isEmpty()) {
                conversations.add(new ArrayList<>(List.of(topic)));
            } else {
                upTo(topic.follows(), conversations).add(topic);
            }
        }
        return List.copyOf(conversations);
    }

    /** The conversation that ends with the topic; a new one where it went on otherwise. */
    private static List<Topic> upTo(String topic, List<List<Topic>> conversations) {
        for (List<Topic> conversation : conversations) {
            if (conversation.getLast().id().equals(topic)) {
                return conversation;
            }
        }
        List<Topic> branch = new ArrayList<>(begunWith(topic, conversations));
        conversations.add(branch);
        return branch;
    }

    private static List<Topic> begunWith(String topic, List<List<Topic>> conversations) {
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

    /** Writes the files of a new dataset; what stands there is not written over. */
    public void write(Path folder, Map<String, String> notes) {
        Path topicFile = folder.resolve(TopicFile.NAME);
        if (Files.exists(topicFile)) {
            throw new IbidException(
                    IbidException.Code.INVALID, topicFile + " is there already; name another folder, or remove it");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(topicFile, TopicFile.text(topics, notes));
            writeJudgements(folder);
        } catch (IOException unwritable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "the dataset cannot be written to " + folder + ": " + unwritable.getMessage(),
                    unwritable);
        }
    }

    private void writeJudgements(Path folder) throws IOException {
        if (!nuggets.isEmpty()) {
            Files.writeString(folder.resolve(NuggetFile.NAME), NuggetFile.text(nuggets));
        }
        if (!qrels.grades().isEmpty()) {
            Files.writeString(folder.resolve(Qrels.NAME), qrels.lines());
        }
    }
}
