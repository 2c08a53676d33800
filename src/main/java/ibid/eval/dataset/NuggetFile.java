package ibid.eval.dataset;

import ibid.IbidException;
import ibid.api.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and writes {@code nuggets.jsonl}, one nugget per line. */
public final class NuggetFile {

    public static final String NAME = "nuggets.jsonl";

    private static final String VITAL = "vital";
    private static final String OKAY = "okay";

    private final Map<String, Topic> topics;
    private final DatasetFaults faults;
    private final Set<String> ids = new HashSet<>();

    private NuggetFile(Map<String, Topic> topics, DatasetFaults faults) {
        this.topics = topics;
        this.faults = faults;
    }

    /** A line whose lists are not validated yet. */
    private record Draft(String topic, String nugget, String text, String importance, Object accept, Object evidence) {}

    /** A valid line. */
    private record Line(
            String topic,
            String nugget,
            String text,
            String importance,
            List<List<String>> accept,
            List<Nugget.Evidence> evidence) {

        static Line of(Nugget nugget) {
            return new Line(
                    nugget.topic(),
                    nugget.id(),
                    nugget.text(),
                    nugget.vital() ? VITAL : OKAY,
                    nugget.accept(),
                    nugget.evidence());
        }

        Nugget toNugget() {
            return new Nugget(topic, nugget, text, !importance.equals(OKAY), accept, evidence);
        }
    }

    static List<Nugget> read(List<String> lines, Map<String, Topic> topics, DatasetFaults faults) {
        NuggetFile file = new NuggetFile(topics, faults);
        List<Nugget> nuggets = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (!line.isBlank() && file.isSound(at + 1, line)) {
                nuggets.add(parsed(line).toNugget());
            }
        }
        return nuggets;
    }

    /** The line number of each nugget of a valid file, by its name. */
    public static Map<String, Integer> linesById(List<String> lines) {
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                places.put(parsed(lines.get(at)).nugget(), at + 1);
            }
        }
        return places;
    }

    private static Line parsed(String line) {
        return Json.readLenient(line, Line.class, "the nugget");
    }

    private boolean isSound(int number, String line) {
        List<String> wrong = faultsIn(line);
        wrong.forEach(fault -> faults.add(NAME, number, fault));
        return wrong.isEmpty();
    }

    private List<String> faultsIn(String line) {
        List<String> wrong = new ArrayList<>();
        try {
            Json.readStrict(line, Draft.class, "the nugget");
        } catch (IbidException refused) {
            wrong.add(refused.getMessage() + "; eval/GUIDE.md shows the form");
        }
        try {
            check(Json.readLenient(line, Draft.class, "the nugget"), wrong);
        } catch (IbidException refused) {
            if (wrong.isEmpty()) {
                wrong.add(refused.getMessage());
            }
        }
        return wrong;
    }

    private void check(Draft draft, List<String> wrong) {
        checkTopic(draft.topic(), wrong);
        checkName(draft.nugget(), wrong);
        if (!Set.of("", VITAL, OKAY).contains(draft.importance())) {
            wrong.add("“importance” must be vital or okay");
        }
        checkWords(draft.accept(), draft.evidence(), wrong);
    }

    private void checkName(String name, List<String> wrong) {
        if (name.isBlank()) {
            wrong.add("a nugget needs a name of its own in “nugget”, such as t1.1");
        } else if (!ids.add(name)) {
            wrong.add("nugget " + name + " is already in this file; give one of them another name");
        }
    }

    private static void checkWords(Object accept, Object evidence, List<String> wrong) {
        if (!isAccept(accept)) {
            wrong.add("“accept” must be a list of lists of texts, such as [[\"12 May\"], [\"May\", \"12th\"]]:"
                    + " an answer must hold all texts of one list");
        }
        if (!isEvidence(evidence)) {
            wrong.add("“evidence” must be a list such as"
                    + " [{\"article\": \"its-id\", \"exact\": \"words of the article\"}]");
        }
        if (isEmpty(accept) && isEmpty(evidence)) {
            wrong.add("a nugget needs “accept” or “evidence”");
        }
    }

    private void checkTopic(String id, List<String> wrong) {
        Topic topic = topics.get(id);
        if (topic == null) {
            wrong.add("no topic “" + id + "” in topics.tsv; use an existing one");
        } else if (topic.unanswerable()) {
            wrong.add("topic " + id
                    + " expects abstained, so it has no nuggets; remove the line, or change the outcome in topics.tsv");
        }
    }

    private static boolean isEmpty(Object list) {
        return list == null || list instanceof List<?> some && some.isEmpty();
    }

    private static boolean isAccept(Object accept) {
        if (accept == null) {
            return true;
        }
        return accept instanceof List<?> lists && lists.stream().allMatch(NuggetFile::isTexts);
    }

    private static boolean isTexts(Object list) {
        return list instanceof List<?> texts
                && !texts.isEmpty()
                && texts.stream().allMatch(NuggetFile::isText);
    }

    private static boolean isText(Object text) {
        return text instanceof String words && !words.isBlank();
    }

    private static boolean isEvidence(Object evidence) {
        if (evidence == null) {
            return true;
        }
        return evidence instanceof List<?> some && some.stream().allMatch(NuggetFile::isQuote);
    }

    private static boolean isQuote(Object quote) {
        return quote instanceof Map<?, ?> fields && isText(fields.get("article")) && isText(fields.get("exact"));
    }

    static String text(List<Nugget> nuggets) {
        StringBuilder text = new StringBuilder();
        for (Nugget nugget : nuggets) {
            text.append(Json.write(Line.of(nugget))).append('\n');
        }
        return text.toString();
    }
}
