package ibid.answer.contradiction;

import ibid.language.WordList;
import java.util.ArrayList;
import java.util.List;

/**
 * Two invented articles and a question whose answers they may disagree about.
 *
 * @param disagrees whether they do
 * @param kind      of the case: what disagrees, or why it only seems so
 */
record NewsPair(String question, boolean disagrees, String kind, List<Report> reports) {

    record Report(String day, String outlet, String text) {

        static Report of(String line) {
            String[] parts = line.split(" \\| ");
            return new Report(parts[0], parts[1], parts[2]);
        }
    }

    static List<NewsPair> read(String file) {
        List<String> lines = WordList.lines(NewsPair.class, file);
        List<NewsPair> pairs = new ArrayList<>();
        for (int at = 0; at + 3 < lines.size(); at += 4) {
            String label = lines.get(at + 1);
            pairs.add(new NewsPair(
                    lines.get(at).substring(2),
                    label.startsWith("+"),
                    label.substring(2),
                    List.of(Report.of(lines.get(at + 2)), Report.of(lines.get(at + 3)))));
        }
        return pairs;
    }
}
