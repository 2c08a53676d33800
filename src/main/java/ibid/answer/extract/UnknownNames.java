package ibid.answer.extract;

import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.language.QuestionLanguage;
import ibid.search.QueryTerm;
import ibid.search.Ranking;
import java.util.LinkedHashSet;
import java.util.List;

/** The names, and other words, of a question that no article of the collection mentions. */
final class UnknownNames {

    /** Of 230 answered questions of our own without a name in capitals none has more words that no passage has. */
    private static final double MIN_UNKNOWN_SHARE = 0.6;

    private UnknownNames() {}

    static List<QuestionName> of(QuestionAnalysis question, Ranking ranking) {
        return question.names().stream()
                .filter(name -> isUnknown(name, ranking))
                .toList();
    }

    /** Without the names that are in no text, but in the imprint of an article found: "according to the Town Paper". */
    static QuestionAnalysis withoutPublishers(QuestionAnalysis question, Ranking ranking) {
        return question.without(of(question, ranking).stream()
                .filter(name -> ranking.hits().stream()
                        .anyMatch(hit -> name.isIn(hit.article().imprint())))
                .toList());
    }

    private static boolean isUnknown(QuestionName name, Ranking ranking) {
        return name.isUnknown(
                term -> ranking.terms().stream().anyMatch(asked -> asked.term().equals(term) && asked.passages() == 0));
    }

    /**
     * The words of an English question that no passage has, if they are most of it and it has no name, or none: "what
     * did kylie minogue do", "how do i renew a passport".
     */
    static List<String> wordsIfMostAreUnknown(QuestionAnalysis question) {
        List<QueryTerm> terms = question.terms();
        List<QueryTerm> unknown =
                terms.stream().filter(term -> term.passages() == 0).toList();
        boolean isKnown = unknown.size() < terms.size() && !question.names().isEmpty();
        boolean areMost = unknown.size() >= MIN_UNKNOWN_SHARE * terms.size();
        if (isKnown || !areMost || !QuestionLanguage.isEnglish(question.text())) {
            return List.of();
        }
        return unknown.stream().map(QueryTerm::word).toList();
    }

    /** As a sentence for the reader. */
    static String describe(List<QuestionName> names) {
        return notMentioned(names.stream().map(QuestionName::text).toList());
    }

    /** The same of words as the reader wrote them. */
    static String notMentioned(List<String> words) {
        return "The articles do not mention " + String.join(" or ", new LinkedHashSet<>(words)) + ".";
    }
}
