package ibid.answer.llm;

import ibid.article.Imprint;
import ibid.language.PromptInjection;
import ibid.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The passages as a language model gets them: marked S1, S2 and so on, best first, as data with where each comes from. */
public final class PassageSheet {

    private static final double CHARACTERS_A_TOKEN =
            3.4; // of English news in the small tokenizers tried, a little less than measured
    private static final int MOST = 8;

    private final List<Hit> hits = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** As many of them as have room, the weakest left out first; at least one, cut if it must be. */
    PassageSheet(List<Hit> best, int tokens) {
        int room = (int) (tokens * CHARACTERS_A_TOKEN);
        for (Hit hit : best.subList(0, Math.min(MOST, best.size()))) {
            String passage = passage("S" + (hits.size() + 1), hit, hits.isEmpty() ? room : Integer.MAX_VALUE);
            if (!hits.isEmpty() && text.length() + passage.length() > room) break;
            text.append(passage);
            hits.add(hit);
        }
    }

    static int tokens(String text) {
        return (int) Math.ceil(text.length() / CHARACTERS_A_TOKEN);
    }

    private static String passage(String mark, Hit hit, int room) {
        Imprint imprint = hit.article().imprint();
        String words = told(hit);
        String head = "<passage mark=\"" + mark + "\" from=\"" + attribute(imprint.voice()) + "\" published=\""
                + (imprint.published().isEmpty() ? "unknown" : imprint.published()) + "\" title=\""
                + attribute(imprint.title()) + "\">\n";
        return head
                + words.substring(
                        0, Math.clamp((long) room - head.length(), Math.min(words.length(), 200), words.length()))
                + "\n</passage>\n";
    }

    /** A passage's words as a model may see them: nothing in them speaks to it, ends them or passes for a mark of ours. */
    public static String told(Hit hit) {
        return harmless(PromptInjection.without(
                        hit.text(),
                        hit.passage().sentences().stream().map(hit.article().text()::slice))
                .replaceAll("\\s+", " ")
                .strip());
    }

    /** Without what would end the passage or pass for a mark of ours. */
    private static String harmless(String words) {
        return words.replace("<", "‹").replace(">", "›").replaceAll("\\[([Ss]?\\d{1,3})]", "($1)");
    }

    private static String attribute(String words) {
        return harmless(words).replace("\"", "'");
    }

    String text() {
        return text.toString().strip();
    }

    /** The passage of that mark: "S2", "s2" or "2". */
    Optional<Hit> hit(String handle) {
        String number = handle.strip().replaceFirst("^[Ss]", "");
        if (!number.matches("\\d{1,3}")) return Optional.empty();
        int at = Integer.parseInt(number) - 1;
        return at >= 0 && at < hits.size() ? Optional.of(hits.get(at)) : Optional.empty();
    }
}
