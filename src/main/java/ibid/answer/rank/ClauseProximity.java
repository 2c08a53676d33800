package ibid.answer.rank;

import ibid.answer.question.AnswerMatch;
import ibid.answer.question.QuestionAnalysis;
import ibid.language.Lexemes;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * How near a match is to all the words of a question that its sentence has, those of its own clause first. In "signed
 * on 8 July 2024, entered into force on 11 September 2025" the second date is nearer to "come into force", although
 * the first is nearer to who signed.
 */
final class ClauseProximity {

    /** Words that the end of a clause counts for: about the length of a short clause. */
    private static final int WORDS_AT_CLAUSE_END = 5;

    private static final String CLAUSE_ENDS = ",;:()—–";
    private static final List<String> CONJUNCTIONS = List.of(" and ", " but ", " while ", " whereas ");

    private static final double SUPERLATIVE_WEIGHT = 4; // the idf of a word in one of 55 passages

    private final List<QueryTerm> terms;
    private final Set<String> superlatives; // "most recently" tells one of two dates of the same event

    ClauseProximity(QuestionAnalysis question) {
        List<QueryTerm> beside = question.terms().stream()
                .filter(term -> !isOfName(term, question))
                .toList();
        this.terms = beside.isEmpty() ? question.terms() : beside;
        this.superlatives = SuperlativeFeatures.superlatives(question.text());
    }

    /** A name is the subject of every clause of its sentence, so its place tells nothing. */
    private static boolean isOfName(QueryTerm term, QuestionAnalysis question) {
        return question.names().stream().anyMatch(name -> name.terms().contains(term.term()));
    }

    /** Sums inverse document frequency over one plus the distance in words, for the question's terms but names. */
    double of(AnswerMatch match, PassageSentence sentence) {
        double sum = 0;
        for (QueryTerm asked : terms) {
            double nearest = 0;
            for (IndexTerms.Term term : sentence.terms()) {
                if (term.term().equals(asked.term())) {
                    nearest = Math.max(nearest, 1.0 / (1 + distance(match, term.start(), sentence.text())));
                }
            }
            sum += asked.idf() * nearest;
        }
        return sum + SUPERLATIVE_WEIGHT * ofSuperlative(match, sentence.text());
    }

    /** One over one plus the distance to the nearest of the question's superlatives; 0 if there is none. */
    private double ofSuperlative(AnswerMatch match, String sentence) {
        double nearest = 0;
        Lexemes words = superlatives.isEmpty() ? new Lexemes("") : new Lexemes(sentence);
        for (int at = 0; at < words.size(); at++) {
            String told = words.is(at, "most") ? words.phrase(at, 2) : words.key(at);
            if (superlatives.stream().anyMatch(one -> SuperlativeFeatures.isSame(one, told))) {
                nearest = Math.max(nearest, 1.0 / (1 + distance(match, words.start(at), sentence)));
            }
        }
        return nearest;
    }

    private static int distance(AnswerMatch match, int start, String text) {
        if (start >= match.end()) {
            return distance(text.substring(match.end(), start));
        }
        return start < match.start() ? distance(text.substring(start, match.start())) : 0;
    }

    private static int distance(String between) {
        int words = new StringTokenizer(between).countTokens();
        return words + WORDS_AT_CLAUSE_END * countClauseEnds(between);
    }

    private static int countClauseEnds(String between) {
        int ends = 0;
        for (int at = 0; at < between.length(); at++) {
            boolean isInNumber = at + 1 < between.length() && Character.isDigit(between.charAt(at + 1));
            if (CLAUSE_ENDS.indexOf(between.charAt(at)) >= 0 && !isInNumber) {
                ends++;
            }
        }
        String lower = between.toLowerCase(Locale.ROOT);
        for (String conjunction : CONJUNCTIONS) {
            ends += lower.contains(conjunction) ? 1 : 0;
        }
        return ends;
    }
}
