package ibid.answer;

import ibid.corpus.Span;
import ibid.retrieve.Hit;
import ibid.retrieve.QueryTerm;
import ibid.retrieve.Ranking;
import ibid.retrieve.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Scores every sentence of the hits as an answer: a logistic sum of how near it is in meaning, how many of the question's words it
 * and its surroundings hold (weighted by their rarity), whether it holds the kind of thing asked for, and how its passage ranked.
 */
final class Scoring {

    // Fitted to the starter corpus's own topics and rounded: eval/README.md, "Picking". ASKS and STUB are priors.
    private static final double BIAS = -9.6, MEANING = 4.4, NEIGHBOUR = 1.5, WORDS = 2.2, SURROUNDINGS = 0.3, PASSAGE = 3.5, DENSE = 1.4, ASKS = -2.5, STUB = -0.8;
    private static final double BEFORE = 0.8, AFTER = 0.5, HEADING = 0.8, ELSEWHERE = 0.5;
    private static final int STUB_WORDS = 6;

    private final Question question;

    private Scoring(Question question) {
        this.question = question;
    }

    /** Best first. */
    static List<Candidate> candidates(Question question, Ranking ranking) {
        Scoring scoring = new Scoring(question);
        List<Candidate> candidates = new ArrayList<>();
        for (Hit hit : ranking.hits()) candidates.addAll(scoring.score(hit));
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return candidates;
    }

    private List<Candidate> score(Hit hit) {
        List<Span> sentences = hit.passage().sentences();
        List<Set<String>> terms = sentences.stream().map(span -> Set.copyOf(Terms.of(hit.article().text().slice(span)))).toList();
        Set<String> titles = new HashSet<>(Terms.of(hit.article().imprint().title() + " " + hit.passage().heading()));
        Set<String> passage = new HashSet<>();
        terms.forEach(passage::addAll);
        List<Candidate> candidates = new ArrayList<>();
        for (int at = 0; at < sentences.size(); at++) {
            Set<String> before = at > 0 ? terms.get(at - 1) : Set.of();
            Set<String> after = at + 1 < terms.size() ? terms.get(at + 1) : Set.of();
            candidates.add(score(hit, at, new Near(terms.get(at), before, after, titles, passage)));
        }
        return candidates;
    }

    /** The terms of a sentence and of what stands round it. */
    private record Near(Set<String> sentence, Set<String> before, Set<String> after, Set<String> titles, Set<String> passage) {

        double credit(String term) {
            if (sentence.contains(term)) return 1;
            if (before.contains(term)) return BEFORE;
            if (titles.contains(term)) return HEADING;
            if (after.contains(term)) return AFTER;
            return passage.contains(term) ? ELSEWHERE : 0;
        }
    }

    private Candidate score(Hit hit, int at, Near near) {
        String text = hit.article().text().slice(hit.passage().sentences().get(at));
        double total = Math.max(question.weight(), 1e-9);
        double words = question.terms().stream().filter(term -> near.sentence().contains(term.term())).mapToDouble(QueryTerm::idf).sum() / total;
        double around = question.terms().stream().mapToDouble(term -> term.idf() * near.credit(term.term())).sum() / total;
        List<Float> cosines = hit.cosines();
        double beside = Math.max(at > 0 ? cosines.get(at - 1) : 0, at + 1 < cosines.size() ? cosines.get(at + 1) : 0);
        double sum = BIAS + MEANING * cosines.get(at) + NEIGHBOUR * beside + WORDS * words + SURROUNDINGS * around + PASSAGE * hit.score() + DENSE * hit.leg("dense")
                + question.wanted().weight() * (question.wanted().heldBy(text) ? 1 : -1) + (text.endsWith("?") ? ASKS : 0) + (text.split("\\s+").length < STUB_WORDS ? STUB : 0);
        boolean named = question.names().stream().allMatch(name -> name.standsIn(term -> near.credit(term) > 0));
        return new Candidate(hit, at, near.sentence(), 1 / (1 + Math.exp(-sum)), named);
    }
}
