package ibid.answer.extract;

import ibid.answer.Draft;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.answer.stance.SpeechFilter;
import ibid.article.Imprint;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import ibid.search.Query;
import ibid.search.QueryTerm;
import ibid.search.Ranking;
import java.util.List;
import java.util.Optional;

/** Drafts what one of several says about a thing: an outlet in its own articles, anybody else where he is quoted. */
final class SideDrafter {

    private final DirectDrafter directDrafter;

    SideDrafter(DirectDrafter directDrafter) {
        this.directDrafter = directDrafter;
    }

    /** @param ranking for the question what the side says about the thing */
    Draft.Extracted draft(String side, String about, Ranking ranking) {
        List<Hit> published = ranking.hits().stream()
                .filter(hit -> isOf(side, hit.article().imprint()))
                .toList();
        return published.isEmpty() ? ofSpeaker(side, ranking) : ofOutlet(about, ranking, published);
    }

    private static boolean isOf(String side, Imprint imprint) {
        return side.equalsIgnoreCase(imprint.publisher()) || ("The " + side).equalsIgnoreCase(imprint.publisher());
    }

    /** The question is then about the thing alone: an outlet does not name itself. */
    private Draft.Extracted ofOutlet(String about, Ranking ranking, List<Hit> published) {
        Query query = new Query(
                "What is said about " + about + "?",
                ranking.query().filters(),
                ranking.query().context());
        List<String> thing = IndexTerms.of(about);
        List<QueryTerm> terms = ranking.terms().stream()
                .filter(term -> thing.contains(term.term()))
                .toList();
        return draft(new Ranking(query, terms, published, ranking.generation()), Optional.empty());
    }

    private Draft.Extracted ofSpeaker(String side, Ranking ranking) {
        return draft(ranking, Optional.of(side));
    }

    private Draft.Extracted draft(Ranking ranking, Optional<String> speaker) {
        QuestionAnalysis question = UnknownNames.withoutPublishers(
                QuestionAnalysis.of(ranking.query().text(), ranking), ranking);
        List<QuestionName> unknown = UnknownNames.of(question, ranking);
        if (!unknown.isEmpty()) {
            return new Draft.Nothing(UnknownNames.describe(unknown), Optional.empty(), 0);
        }
        SpeechFilter speech = speaker.flatMap(name -> named(question, name))
                .map(SpeechFilter::ofSpeaker)
                .orElse(SpeechFilter.of(question));
        return directDrafter.draft(question, speech, ranking, "");
    }

    private static Optional<QuestionName> named(QuestionAnalysis question, String side) {
        return question.names().stream()
                .filter(name -> side.contains(name.text()))
                .findFirst();
    }
}
