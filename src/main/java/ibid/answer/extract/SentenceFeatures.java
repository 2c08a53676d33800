package ibid.answer.extract;

import ibid.article.ArticleId;
import ibid.language.Names;
import ibid.language.PromptInjection;
import ibid.language.Span;
import ibid.language.Token;
import ibid.language.WordLists;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import ibid.search.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads every sentence of a ranking for one question and says what it sees of each: its {@link SentenceFeature}s. */
public final class SentenceFeatures {

    private static final double BEFORE = 0.8,
            AFTER = 0.5,
            HEADING = 0.8,
            ELSEWHERE = 0.5; // what a term counts that stands only there
    private static final int STUB_WORDS = 6;
    private static final int USUAL_WORDS = 20;
    private static final int PAIR_REACH = 3;

    private final QuestionAnalysis question;
    private final List<Token> asked;
    private final List<Looked> looked = new ArrayList<>();
    private final Map<ArticleId, Set<String>> names = new HashMap<>();

    /**
     * A sentence and its features.
     *
     * @param at     its place among the passage's sentences
     * @param named  whether it, or what stands round it, holds every name of the question
     * @param held   what stands in it of the kind asked for
     * @param answer of that, what stands nearest to the question's words, or what the reader marked
     */
    public record Looked(
            Hit hit,
            int at,
            List<IndexTerms.Term> terms,
            boolean named,
            Map<SentenceFeature, Double> features,
            List<AnswerType.Match> held,
            Optional<AnswerType.Match> answer) {

        /** The same, read closely: with more features, and the answer that the reader marked, in code points of the sentence, where it is of the kind asked for. */
        Looked read(Map<SentenceFeature, Double> more, Optional<Span> marked) {
            Map<SentenceFeature, Double> all = new EnumMap<>(features);
            all.putAll(more);
            return new Looked(
                    hit,
                    at,
                    terms,
                    named,
                    all,
                    held,
                    marked.flatMap(this::heldIn).or(() -> answer));
        }

        private Optional<AnswerType.Match> heldIn(Span place) {
            String text = text();
            int start = text.offsetByCodePoints(0, place.start()), end = text.offsetByCodePoints(start, place.length());
            return held.stream()
                    .filter(match -> match.start() < end && match.end() > start)
                    .findFirst();
        }

        public Span span() {
            return hit.passage().sentences().get(at);
        }

        public String text() {
            return hit.article().text().slice(span());
        }

        double see(SentenceFeature feature) {
            return features.getOrDefault(feature, 0.0);
        }
    }

    private SentenceFeatures(QuestionAnalysis question) {
        this.question = question;
        asked = Token.in(question.text());
    }

    /** Every sentence of the ranking, in its order. */
    public static List<Looked> of(String question, Ranking ranking) {
        return of(QuestionAnalysis.of(question, ranking), ranking);
    }

    static List<Looked> of(QuestionAnalysis question, Ranking ranking) {
        SentenceFeatures reading = new SentenceFeatures(question);
        for (int rank = 0; rank < ranking.hits().size(); rank++)
            reading.look(ranking.hits().get(rank), rank);
        return reading.compared();
    }

    private List<Looked> compared() {
        compare(SentenceFeature.MEANING, SentenceFeature.MEANING_GAP);
        compare(SentenceFeature.WORDS, SentenceFeature.WORDS_GAP);
        return looked;
    }

    private void look(Hit hit, int rank) {
        List<Span> sentences = hit.passage().sentences();
        List<List<IndexTerms.Term>> terms = sentences.stream()
                .map(span -> IndexTerms.in(hit.article().text().slice(span)))
                .toList();
        List<Set<String>> sets = terms.stream().map(SentenceFeatures::distinct).toList();
        Set<String> titles = new HashSet<>(IndexTerms.of(
                hit.article().imprint().title() + " " + hit.passage().heading()));
        Set<String> passage = new HashSet<>();
        sets.forEach(passage::addAll);
        for (int at = 0; at < sentences.size(); at++) {
            Round round = new Round(
                    sets.get(at),
                    at > 0 ? sets.get(at - 1) : Set.of(),
                    at + 1 < sets.size() ? sets.get(at + 1) : Set.of(),
                    titles,
                    passage);
            boolean named = question.names().stream().allMatch(name -> name.standsIn(term -> round.credit(term) > 0));
            String text = hit.article().text().slice(sentences.get(at));
            if (PromptInjection.toAModel(text)) continue;
            List<AnswerType.Match> held = question.answersIn(
                    text,
                    () -> names.computeIfAbsent(
                            hit.article().id(),
                            id -> Names.known(hit.article().text().value())));
            Looked one = new Looked(
                    hit,
                    at,
                    terms.get(at),
                    named,
                    new EnumMap<>(SentenceFeature.class),
                    held,
                    nearest(held, terms.get(at), text));
            seeMeaning(one, rank);
            seeWords(one, round);
            seeKind(one);
            seeForm(one);
            looked.add(one);
        }
    }

    private static Set<String> distinct(List<IndexTerms.Term> terms) {
        Set<String> set = new HashSet<>();
        terms.forEach(term -> set.add(term.term()));
        return set;
    }

    /** The terms of a sentence and of what stands round it. */
    private record Round(
            Set<String> sentence, Set<String> before, Set<String> after, Set<String> titles, Set<String> passage) {

        double credit(String term) {
            if (sentence.contains(term)) return 1;
            if (before.contains(term)) return BEFORE;
            if (titles.contains(term)) return HEADING;
            if (after.contains(term)) return AFTER;
            return passage.contains(term) ? ELSEWHERE : 0;
        }
    }

    private static void seeMeaning(Looked one, int rank) {
        List<Float> cosines = one.hit().cosines();
        int at = one.at();
        one.features().put(SentenceFeature.MEANING, (double) cosines.get(at));
        one.features().put(SentenceFeature.BESIDE, (double)
                Math.max(at > 0 ? cosines.get(at - 1) : 0, at + 1 < cosines.size() ? cosines.get(at + 1) : 0));
        one.features().put(SentenceFeature.PASSAGE_MEANING, one.hit().leg("dense"));
        one.features().put(SentenceFeature.PASSAGE, one.hit().score());
        one.features().put(SentenceFeature.RANK, 1.0 / (rank + 1));
    }

    private void seeWords(Looked one, Round round) {
        double total = Math.max(question.weight(), 1e-9);
        one.features()
                .put(
                        SentenceFeature.WORDS,
                        question.terms().stream()
                                        .filter(term -> round.sentence().contains(term.term()))
                                        .mapToDouble(QueryTerm::idf)
                                        .sum()
                                / total);
        one.features()
                .put(
                        SentenceFeature.AROUND,
                        question.terms().stream()
                                        .mapToDouble(term -> term.idf() * round.credit(term.term()))
                                        .sum()
                                / total);
        one.features()
                .put(
                        SentenceFeature.RAREST,
                        question.terms().stream()
                                        .max(Comparator.comparingDouble(QueryTerm::idf))
                                        .filter(term -> round.sentence().contains(term.term()))
                                        .isPresent()
                                ? 1.0
                                : 0);
        one.features().put(SentenceFeature.PAIRS, pairs(one.terms()));
        one.features().put(SentenceFeature.NAMES, question.share(name -> name.standsIn(round.sentence()::contains)));
        one.features()
                .put(
                        SentenceFeature.NAMES_AROUND,
                        question.share(name -> name.standsIn(term -> round.credit(term) > 0)));
        one.features()
                .put(
                        SentenceFeature.NEW,
                        round.sentence().isEmpty()
                                ? 0
                                : (double) round.sentence().stream()
                                                .filter(term -> !question.asks(term))
                                                .count()
                                        / round.sentence().size());
    }

    private double pairs(List<IndexTerms.Term> sentence) {
        List<QueryTerm> asked = question.terms();
        double found = 0, all = 0;
        for (int i = 0; i + 1 < asked.size(); i++) {
            double weight = asked.get(i).idf() + asked.get(i + 1).idf();
            all += weight;
            if (near(sentence, asked.get(i).term(), asked.get(i + 1).term())) found += weight;
        }
        return all == 0 ? 0 : found / all;
    }

    private static boolean near(List<IndexTerms.Term> sentence, String one, String other) {
        int last = -1 - PAIR_REACH, lastOther = -1 - PAIR_REACH;
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.get(i).term().equals(one)) last = i;
            if (sentence.get(i).term().equals(other)) lastOther = i;
            if (last >= 0 && lastOther >= 0 && last != lastOther && Math.abs(last - lastOther) <= PAIR_REACH)
                return true;
        }
        return false;
    }

    private void seeKind(Looked one) {
        String text = one.text();
        question.wanted()
                .feature()
                .ifPresent(kind -> one.features().put(kind, one.answer().isPresent() ? 1.0 : -1.0));
        one.features()
                .put(
                        SentenceFeature.NEAR,
                        one.answer()
                                .map(match -> nearness(match, one.terms(), text))
                                .orElse(0.0));
        one.features()
                .put(
                        SentenceFeature.YEARS,
                        question.years(text + " " + one.hit().passage().heading() + " "
                                + one.hit().article().imprint().published()));
        one.features().put(SentenceFeature.SPEAKER, question.spokenIn(text) ? 1.0 : 0);
        seeSense(one, Token.in(text));
    }

    private void seeSense(Looked one, List<Token> told) {
        one.features()
                .put(
                        SentenceFeature.DENIAL,
                        asked.stream().noneMatch(Token::denies)
                                ? 0
                                : told.stream().anyMatch(Token::denies) ? 1.0 : -1.0);
        one.features().put(SentenceFeature.OPPOSITES, (double) asked.stream()
                .filter(word -> told.stream().noneMatch(other -> other.key().equals(word.key()))
                        && told.stream().anyMatch(other -> WordLists.opposite(word.key(), other.key())))
                .count());
    }

    /** Of what is held of the kind asked for, that which stands nearest to the question's words. */
    private Optional<AnswerType.Match> nearest(List<AnswerType.Match> held, List<IndexTerms.Term> terms, String text) {
        return held.stream().max(Comparator.comparingDouble(match -> nearness(match, terms, text)));
    }

    private double nearness(AnswerType.Match match, List<IndexTerms.Term> terms, String text) {
        double near = 0;
        for (IndexTerms.Term term : terms) {
            if (!question.asks(term.term())) continue;
            String between = term.start() >= match.end()
                    ? text.substring(match.end(), term.start())
                    : term.start() < match.start() ? text.substring(term.start(), match.start()) : "";
            near = Math.max(near, 1.0 / (1 + between.split("\\s+").length));
        }
        return near;
    }

    private static void seeForm(Looked one) {
        String text = one.text();
        int words = text.split("\\s+").length;
        one.features().put(SentenceFeature.LENGTH, Math.log((double) words / USUAL_WORDS));
        one.features().put(SentenceFeature.STUB, words < STUB_WORDS ? 1.0 : 0);
        one.features().put(SentenceFeature.ASKS, text.endsWith("?") ? 1.0 : 0);
        one.features()
                .put(SentenceFeature.LEAD, 1.0 / (1 + one.hit().passage().id().ordinal() + one.at()));
    }

    private void compare(SentenceFeature feature, SentenceFeature gap) {
        double best = looked.stream().mapToDouble(one -> one.see(feature)).max().orElse(0);
        looked.forEach(one -> one.features().put(gap, one.see(feature) - best));
    }
}
