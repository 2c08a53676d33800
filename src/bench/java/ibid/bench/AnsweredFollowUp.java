package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.RuleQueryRewriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A follow-up with the questions and answers before it, and the titles of the texts that answer it (MTRAG). People
 * marked the texts that answer it, but nobody rewrote it: the measure of a rewriting method is how often its query
 * finds one of those texts.
 */
record AnsweredFollowUp(List<String> asked, List<String> answers, Set<String> gold) {

    private static final int DEPTH = 3;
    private static final RuleQueryRewriter REWRITER = new RuleQueryRewriter();

    static List<AnsweredFollowUp> readAll(Path file) throws IOException {
        List<AnsweredFollowUp> turns = new ArrayList<>();
        for (JsonNode line : JsonLines.read(file)) {
            AnsweredFollowUp turn = read(line);
            if (turn.asked.size() > 1 && turn.asked.size() == turn.answers.size() + 1 && !turn.gold.isEmpty()) {
                turns.add(turn);
            }
        }
        return turns;
    }

    /** Prints the score of each rewriting method, and every query if {@code list}. */
    static void compare(HybridRetriever retriever, List<AnsweredFollowUp> turns, boolean list) {
        System.out.printf("%n%d questions of conversations with answers (MTRAG)%n", turns.size());
        System.out.printf("%-32s%12s%12s%n", "", "first", "in three");
        ways().forEach((name, way) -> {
            int first = 0, three = 0;
            for (AnsweredFollowUp turn : turns) {
                int rank = turn.rankOfGold(retriever, way.apply(turn));
                first += rank == 1 ? 1 : 0;
                three += rank > 0 ? 1 : 0;
            }
            double total = turns.size();
            System.out.printf(Locale.ROOT, "%-32s%12.3f%12.3f%n", name, first / total, three / total);
        });
        if (list) {
            turns.forEach(turn -> System.out.printf(
                    "%d -> %d  %s%n   -> %s%n",
                    turn.rankOfGold(retriever, turn.question()),
                    turn.rankOfGold(retriever, turn.standAlone()),
                    String.join(" | ", turn.asked),
                    turn.standAlone()));
        }
    }

    private static AnsweredFollowUp read(JsonNode line) {
        List<String> asked = new ArrayList<>(), answers = new ArrayList<>();
        for (JsonNode said : line.path("input")) {
            List<String> speaker = said.path("speaker").asText().equals("user") ? asked : answers;
            speaker.add(said.path("text").asText().strip());
        }
        Set<String> gold = new LinkedHashSet<>();
        line.path("contexts")
                .forEach(context -> gold.add(
                        BroadArticles.title("", context.path("text").asText().strip())));
        return new AnsweredFollowUp(asked, answers, gold);
    }

    private static Map<String, Function<AnsweredFollowUp, String>> ways() {
        Map<String, Function<AnsweredFollowUp, String>> ways = new LinkedHashMap<>();
        ways.put("the question as it is", AnsweredFollowUp::question);
        ways.put("with the question before it", turn -> turn.asked.get(turn.asked.size() - 2) + " " + turn.question());
        ways.put("with the first question", turn -> turn.asked.getFirst() + " " + turn.question());
        ways.put("with all questions before it", turn -> String.join(" ", turn.asked));
        ways.put("stand-alone (kept)", AnsweredFollowUp::standAlone);
        return ways;
    }

    private String question() {
        return asked.getLast();
    }

    private String standAlone() {
        List<EarlierTurn> earlier = new ArrayList<>();
        for (int turn = 0; turn < answers.size(); turn++) {
            String question = asked.get(turn);
            String query = REWRITER.rewrite(question, earlier).text();
            earlier.add(new EarlierTurn(question, query, answers.get(turn)));
        }
        return REWRITER.rewrite(question(), earlier).text();
    }

    /** The rank of the first text that answers, or 0. */
    private int rankOfGold(HybridRetriever retriever, String query) {
        List<String> titles = retriever.retrieve(new Query(query), DEPTH).hits().stream()
                .map(hit -> hit.article().imprint().title())
                .toList();
        for (int rank = 1; rank <= titles.size(); rank++) {
            if (gold.contains(titles.get(rank - 1))) {
                return rank;
            }
        }
        return 0;
    }
}
