package ibid.answer.extract;

import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.article.Imprint;
import ibid.language.QuestionLanguage;
import ibid.search.Hit;
import ibid.search.QueryTerm;
import ibid.search.Ranking;
import java.util.LinkedHashSet;
import java.util.List;

/** The names of a question that no article of the collection mentions. */
final class UnknownNames {

    private UnknownNames() {}

    static List<QuestionName> of(QuestionAnalysis question, Ranking ranking) {
        return question.names().stream()
                .filter(name -> isUnknown(name, ranking))
                .toList();
    }

    /** Without the names that are in no text, but in the imprint of an article found: "according to the Town Paper". */
    static QuestionAnalysis withoutPublishers(QuestionAnalysis question, Ranking ranking) {
        return question.without(of(question, ranking).stream()
                .filter(name -> ranking.hits().stream().anyMatch(hit -> isOf(name, hit)))
                .toList());
    }

    private static boolean isOf(QuestionName name, Hit hit) {
        Imprint imprint = hit.article().imprint();
        return name.text().equalsIgnoreCase(imprint.publisher()) || name.text().equalsIgnoreCase(imprint.author());
    }

    private static boolean isUnknown(QuestionName name, Ranking ranking) {
        return name.isUnknown(
                term -> ranking.terms().stream().anyMatch(asked -> asked.term().equals(term) && asked.passages() == 0));
    }

    /**
     * The words of an English question of which no passage has any, or none: "what did kylie minogue do", where the
     * names have no capitals to know them by.
     */
    static List<String> wordsIfAllUnknown(QuestionAnalysis question) {
        List<QueryTerm> terms = question.terms();
        boolean isKnown = terms.stream().anyMatch(term -> term.passages() > 0);
        if (isKnown || !QuestionLanguage.isEnglish(question.text())) {
            return List.of();
        }
        return terms.stream().map(QueryTerm::word).toList();
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
