package ibid.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.IbidException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Topics with their nuggets, from {@code topics.tsv} and {@code nuggets.jsonl}. */
public record TestCollection(List<Topic> topics, List<Nugget> nuggets) {

    public TestCollection {
        topics = List.copyOf(topics);
        nuggets = List.copyOf(nuggets);
    }

    public static TestCollection read(Path folder) {
        try {
            List<Topic> topics = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("topics.tsv")).stream().skip(1).filter(line -> !line.isBlank()).toList()) {
                String[] cells = line.split("\t", -1);
                if (cells.length != 5) throw new IbidException(IbidException.Code.INVALID, "topics.tsv: a line needs five cells parted by tabs: " + line);
                topics.add(new Topic(cells[0], cells[1], cells[2], cells[3].equals("-") ? "" : cells[3], cells[4]));
            }
            List<Nugget> nuggets = new ArrayList<>();
            ObjectMapper json = new ObjectMapper();
            for (String line : Files.readAllLines(folder.resolve("nuggets.jsonl"))) if (!line.isBlank()) nuggets.add(nugget(json.readTree(line)));
            return new TestCollection(topics, nuggets);
        } catch (IOException unreadable) {
            throw new IbidException(IbidException.Code.INVALID, "cannot read the topics in " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static Nugget nugget(JsonNode json) {
        List<List<String>> accept = new ArrayList<>();
        for (JsonNode all : json.path("accept")) {
            List<String> parts = new ArrayList<>();
            all.forEach(part -> parts.add(part.asText()));
            accept.add(parts);
        }
        List<Nugget.Evidence> evidence = new ArrayList<>();
        json.path("evidence").forEach(one -> evidence.add(new Nugget.Evidence(one.path("article").asText(), one.path("exact").asText())));
        return new Nugget(json.path("topic").asText(), json.path("nugget").asText(), json.path("text").asText(), json.path("importance").asText().equals("vital"), accept, evidence);
    }

    public List<Nugget> nuggets(String topic) {
        return nuggets.stream().filter(nugget -> nugget.topic().equals(topic)).toList();
    }
}
