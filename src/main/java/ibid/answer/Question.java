package ibid.answer;

import ibid.corpus.Names;
import ibid.retrieve.QueryTerm;
import ibid.retrieve.Ranking;
import ibid.retrieve.Terms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a question asks for.
 *
 * @param terms the query's terms that carry meaning, with their weights
 * @param names the names in it, each as its index terms
 */
record Question(String text, Wanted wanted, List<QueryTerm> terms, List<Named> names) {

    /** Words that shape a question without saying what it is about. */
    private static final Set<String> GENERIC = Set.copyOf(List.of(("what who whom whose which when where why how did do does done doing has have had having is was were be been can could will would shall should may might must "
            + "many much long far large big say says said tell told article articles know knew happen happened happens give gave mean means meant think thinks thought about describe explain according become became "
            + "there here any some so its it he she they them his her their this that these those first last after before during between from into over under than more most also still yet").split(" ")));

    private static final Map<String, Set<String>> STANDS_FOR = capitals();

    /** A name of the question and the terms it is made of. */
    record Named(String text, List<String> terms) {

        /** Whether it is meant by a text that holds these terms: its last word, or, for a country or capital, the one for the other. */
        boolean standsIn(Predicate<String> held) {
            return held.test(terms.getLast()) || STANDS_FOR.getOrDefault(terms.getLast(), Set.of()).stream().anyMatch(held);
        }

        /** Whether the collection cannot mean it: its last word stands nowhere. Capitals can be meant without, and "American TV" is no name. */
        boolean unknown(Predicate<String> nowhere) {
            boolean shortForm = terms.size() > 1 && text.matches("(?s).*\\s\\p{Lu}{2,3}");
            return nowhere.test(terms.getLast()) && !STANDS_FOR.containsKey(terms.getLast()) && !shortForm;
        }
    }

    static Question of(String text, Ranking ranking) {
        List<QueryTerm> telling = ranking.terms().stream().filter(term -> !GENERIC.contains(term.word().toLowerCase(Locale.ROOT))).toList();
        List<Named> names = Names.in(text).stream().map(name -> new Named(name.text(), Terms.of(name.text()))).filter(name -> !name.terms().isEmpty()).toList();
        return new Question(text, Wanted.of(text), telling.isEmpty() ? ranking.terms() : telling, names);
    }

    private static Map<String, Set<String>> capitals() {
        Map<String, Set<String>> both = new HashMap<>();
        try (InputStream file = Question.class.getResourceAsStream("capitals.txt")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList()) {
                String[] pair = line.split(" ");
                both.computeIfAbsent(pair[0], term -> new HashSet<>()).add(pair[1]);
                both.computeIfAbsent(pair[1], term -> new HashSet<>()).add(pair[0]);
            }
            return both;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    double weight() {
        return terms.stream().mapToDouble(QueryTerm::idf).sum();
    }

    boolean asks(String term) {
        return terms.stream().anyMatch(asked -> asked.term().equals(term));
    }
}
