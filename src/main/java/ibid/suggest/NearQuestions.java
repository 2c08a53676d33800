package ibid.suggest;

import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.article.Article;
import ibid.language.Names;
import ibid.language.Span;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import ibid.search.Ranking;
import ibid.suggest.QuestionGenerator.Idea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions near one that was asked: made from the sentences of the passages found for it that share its terms. */
final class NearQuestions {

    private static final int MAX_PASSAGES = 6; // what ranks lower shares a word by chance
    private static final double MIN_SHARE = 0.2; // of the asked terms' weight: less is another subject
    private static final double SENTENCE_CREDIT = 0.5; // of a term that is only in the sentence, not in its question

    private final Ranking ranking;
    private final Map<String, Double> weights = new HashMap<>();
    private final double minWeight;

    NearQuestions(Ranking ranking) {
        this.ranking = ranking;
        QuestionAnalysis question = QuestionAnalysis.of(ranking.query().text(), ranking);
        double total = 0;
        for (QueryTerm term : question.terms()) {
            weights.put(term.term(), term.idf());
            total += term.idf();
        }
        this.minWeight = MIN_SHARE * total;
        for (QuestionName name : question.names()) {
            weights.merge(name.lastTerm(), minWeight, Math::max); // a name alone makes a sentence near
        }
    }

    /** The nearest first, no two alike, none of them the question asked. */
    List<Idea> ideas() {
        Map<String, Idea> ideas = new LinkedHashMap<>();
        for (Hit hit : nearest()) {
            for (Span place : hit.passage().sentences()) {
                QuestionGenerator.of(hit.article(), place).ifPresent(idea -> ideas.putIfAbsent(idea.question(), idea));
            }
        }
        ideas.remove(ranking.query().text());
        Map<Idea, Double> scores = new LinkedHashMap<>();
        for (Idea idea : ideas.values()) {
            if (weigh(idea.question()) >= minWeight) {
                scores.put(idea, score(idea));
            }
        }
        List<Idea> sorted = new ArrayList<>(scores.keySet());
        sorted.sort(Comparator.<Idea>comparingDouble(scores::get).reversed());
        return sorted;
    }

    private List<Hit> nearest() {
        return ranking.hits().subList(0, Math.min(MAX_PASSAGES, ranking.hits().size()));
    }

    private double score(Idea idea) {
        String sentence = idea.article().text().slice(idea.sentence());
        return weigh(idea.question()) + SENTENCE_CREDIT * weigh(sentence);
    }

    /** How much the terms weigh that the text shares with the question asked. */
    private double weigh(String text) {
        double weight = 0;
        for (String term : new HashSet<>(IndexTerms.of(text))) {
            weight += weights.getOrDefault(term, 0.0);
        }
        return weight;
    }

    /** Names in sentences that share a term with the question: those it names itself first, then the most frequent. */
    List<String> names() {
        Map<String, Double> scores = new HashMap<>();
        for (Hit hit : nearest()) {
            Set<String> known = Names.known(hit.article().text().value());
            for (Span place : hit.passage().sentences()) {
                addNames(hit.article(), place, known, scores);
            }
        }
        scores.keySet().removeIf(name -> scores.containsKey("the " + name));
        List<String> sorted = new ArrayList<>(scores.keySet());
        sorted.sort(
                Comparator.<String>comparingDouble(scores::get).reversed().thenComparing(Comparator.naturalOrder()));
        return distinct(sorted);
    }

    /** "Mark Rutte" is no other name than "Secretary General Mark Rutte". */
    private static List<String> distinct(List<String> names) {
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            if (distinct.stream().noneMatch(other -> other.contains(name) || name.contains(other))) {
                distinct.add(name);
            }
        }
        return distinct;
    }

    /** "Agency", which is not the name of one. */
    private static boolean isKindOfBody(String name) {
        boolean isOneWord = name.indexOf(' ') < 0 && name.chars().anyMatch(Character::isLowerCase);
        return isOneWord && Names.isBody(name);
    }

    private static String withArticle(Names.Name name, String sentence) {
        boolean isArticled = QuestionGenerator.articleBefore(sentence.substring(0, name.start()))
                .equals("the ");
        return isArticled ? "the " + name.text() : name.text();
    }

    private void addNames(Article article, Span place, Set<String> known, Map<String, Double> scores) {
        String sentence = article.text().slice(place);
        double shared = weigh(sentence);
        if (shared < minWeight) {
            return;
        }
        for (Names.Name name : Names.in(sentence, known)) {
            if (!ArticleTopics.isAdjective(name.text()) && !isKindOfBody(name.text())) {
                double own = ranking.hits().size() * weigh(name.text());
                scores.merge(withArticle(name, sentence), own + shared, Math::max);
            }
        }
    }
}
