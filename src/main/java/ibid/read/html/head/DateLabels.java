package ibid.read.html.head;

import ibid.language.WordList;
import ibid.language.time.Dates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words before a page's dates in many languages, from {@code date-labels.txt}. */
public final class DateLabels {

    private static final Map<String, Set<String>> LABELS = labels();
    private static final Pattern BETWEEN_CLAUSES = Pattern.compile("\\s[-–—|•·/]\\s|[,;(]\\s*|\\.\\s+");
    private static final int MAX_LABEL_WORDS = 5;

    private DateLabels() {}

    /** A line, and its parts to its end that may begin with another label: "Updated 4 May | Published 3 May". */
    static List<String> clauses(String line) {
        List<String> clauses = new ArrayList<>();
        if (!line.isEmpty()) {
            clauses.add(line);
        }
        Matcher sign = BETWEEN_CLAUSES.matcher(line);
        while (sign.find() && sign.end() < line.length()) {
            clauses.add(line.substring(sign.end()));
        }
        return clauses;
    }

    static boolean isPublished(String line) {
        return begins(line, LABELS.get("published"));
    }

    public static boolean isModified(String line) {
        return begins(line, LABELS.get("modified"));
    }

    /** Whether the day is of something else that the line names, as when a reader joined. */
    static boolean isOfOtherEvent(String line) {
        return begins(line, LABELS.get("other"));
    }

    /** Whether the day of a line is not that on which the article came out. */
    static boolean isOther(String line) {
        return isModified(line) || isOfOtherEvent(line) || Dates.areToldIn(line) && !isPublished(line);
    }

    /** Whether a longer sentence says that the article was published, as blogs do under it. */
    static boolean isSentence(String line) {
        return begins(line, LABELS.get("sentence"));
    }

    private static boolean begins(String line, Set<String> labels) {
        String[] words = line.strip().toLowerCase(Locale.ROOT).split("[\\s:]+", MAX_LABEL_WORDS + 2);
        StringBuilder start = new StringBuilder();
        for (int at = 0; at < Math.min(MAX_LABEL_WORDS, words.length - 1); at++) {
            start.append(at == 0 ? "" : " ").append(words[at]);
            if (labels.contains(start.toString())) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new HashMap<>();
        String kind = "";
        for (String line : WordList.lines(DateLabels.class, "date-labels.txt")) {
            if (line.startsWith("[")) {
                kind = line.substring(1, line.length() - 1);
            } else {
                labels.computeIfAbsent(kind, unknown -> new HashSet<>()).add(line);
            }
        }
        return labels;
    }
}
