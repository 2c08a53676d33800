package ibid.answer.extract;

import ibid.answer.AnswerShape;
import ibid.language.Names;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import ibid.search.Ranking;
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
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a question asks for.
 *
 * @param terms the query's terms that carry meaning, with their weights
 * @param names the names in it, each as its index terms
 */
record QuestionAnalysis(String text, AnswerType wanted, AnswerShape shape, List<QueryTerm> terms, List<Named> names) {

    /** Words that shape a question without saying what it is about. */
    private static final Set<String> GENERIC = Set.copyOf(List.of(
            ("what who whom whose which when where why how did do does done doing has have had having is was were be been can could will would shall should may might must "
                            + "many much long far large big say says said tell told article articles know knew happen happened happens give gave mean means meant think thinks thought about describe explain according timeline chronology differ differs difference differences compare comparison overview summary summarise summarize list name enumerate sources debate become became "
                            + "there here any some so its it he she they them his her their this that these those first last after before during between from into over under than more most also still yet")
                    .split(" ")));

    private static final Pattern YEAR = Pattern.compile("\\b(?:1[5-9]|20)\\d\\d\\b");

    private static final Map<String, Set<String>> STANDS_FOR = capitals();

    /** A name of the question and the terms it is made of. */
    record Named(String text, List<String> terms) {

        /** Whether it is meant by a text that holds these terms: its last word, or, for a country or capital, the one for the other. */
        boolean standsIn(Predicate<String> held) {
            return held.test(terms.getLast())
                    || STANDS_FOR.getOrDefault(terms.getLast(), Set.of()).stream()
                            .anyMatch(held);
        }

        /** Whether the collection cannot mean it: its last word stands nowhere. Capitals can be meant without, and "American TV" is no name. */
        boolean unknown(Predicate<String> nowhere) {
            boolean shortForm = terms.size() > 1 && text.matches("(?s).*\\s\\p{Lu}{2,3}");
            return nowhere.test(terms.getLast()) && !STANDS_FOR.containsKey(terms.getLast()) && !shortForm;
        }
    }

    static QuestionAnalysis of(String text, Ranking ranking) {
        AnswerShape shape = AnswerShape.of(text);
        List<QueryTerm> telling = ranking.terms().stream()
                .filter(term -> !GENERIC.contains(term.word().toLowerCase(Locale.ROOT)))
                .filter(term -> !shape.gathers()
                        || term.passages() > 0 && !YEAR.matcher(term.word()).matches())
                .toList(); // what is gathered need not hold words nobody uses, nor the bounds
        List<Named> names = Names.in(text).stream()
                .map(name -> new Named(name.text(), asSearched(name.text(), ranking)))
                .filter(name -> !name.terms().isEmpty())
                .toList();
        return new QuestionAnalysis(
                text, AnswerType.of(text), shape, telling.isEmpty() ? ranking.terms() : telling, names);
    }

    /** A name's terms, slips of the pen set right as the search did. */
    private static List<String> asSearched(String name, Ranking ranking) {
        return IndexTerms.in(name).stream()
                .map(written -> ranking.terms().stream()
                        .filter(term -> term.word().equals(written.word()))
                        .map(QueryTerm::term)
                        .findFirst()
                        .orElse(written.term()))
                .toList();
    }

    private static Map<String, Set<String>> capitals() {
        Map<String, Set<String>> both = new HashMap<>();
        try (InputStream file = QuestionAnalysis.class.getResourceAsStream("capitals.txt")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList()) {
                String[] pair = line.split(" ");
                both.computeIfAbsent(pair[0], term -> new HashSet<>()).add(pair[1]);
                both.computeIfAbsent(pair[1], term -> new HashSet<>()).add(pair[0]);
            }
            return both;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same, not asking after those names. */
    QuestionAnalysis without(List<Named> unknown) {
        return unknown.isEmpty()
                ? this
                : new QuestionAnalysis(
                        text,
                        wanted,
                        shape,
                        terms,
                        names.stream().filter(name -> !unknown.contains(name)).toList());
    }

    double weight() {
        return terms.stream().mapToDouble(QueryTerm::idf).sum();
    }

    /** What a sentence holds of the kind asked for, and the question does not have already. */
    List<AnswerType.Match> answersIn(String sentence, Supplier<Set<String>> known) {
        return wanted.in(sentence, known).stream()
                .filter(match -> !IndexTerms.of(match.text()).stream().allMatch(this::asks))
                .toList();
    }

    /** Share of the names that pass; 1 where there are none. */
    double share(Predicate<Named> passes) {
        return names.isEmpty() ? 1 : (double) names.stream().filter(passes).count() / names.size();
    }

    /** Share of the question's years that stand in the text; 1 where there are none. */
    double years(String text) {
        List<String> years =
                YEAR.matcher(this.text).results().map(MatchResult::group).toList();
        return years.isEmpty()
                ? 1
                : (double) years.stream().filter(text::contains).count() / years.size();
    }

    /** Whether one of the question's names speaks in the sentence: it stands there with a verb of speech after or before it. */
    boolean spokenIn(String sentence) {
        return !names.isEmpty()
                && Attribution.SPEECH.matcher(sentence).find()
                && names.stream()
                        .anyMatch(name ->
                                IndexTerms.of(sentence).contains(name.terms().getLast()));
    }

    boolean asks(String term) {
        return terms.stream().anyMatch(asked -> asked.term().equals(term));
    }
}
