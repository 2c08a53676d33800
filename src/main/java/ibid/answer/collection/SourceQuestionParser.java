package ibid.answer.collection;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.language.WordList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises questions about where an article comes from: its day, whom it cites, and the works in its own notes. */
final class SourceQuestionParser {

    private static final Map<String, CuePhrases> CUES =
            CuePhrases.readKinds(CollectionQuestionParser.class, "collection-questions.txt");
    private static final Set<String> WORKS = WordList.read(SourceQuestionParser.class, "cited-works.txt");

    private static final Set<String> TITLES = Set.of("headline", "title");

    private SourceQuestionParser() {}

    static Optional<CollectionQuestion> parse(String asked) {
        return behind("AGENCY_SOURCE", asked)
                .flatMap(rest -> citedSource(rest, true))
                .or(() -> behind("CITED_SOURCE", asked).flatMap(rest -> citedSource(rest, false)))
                .or(() -> behind("WORK_AUTHOR", asked).flatMap(rest -> work(rest, CollectionQuestion.Detail.AUTHOR)))
                .or(() -> behind("WORK_TITLE", asked)
                        .map(rest -> without("TITLED_AS", rest).orElse(rest))
                        .flatMap(rest -> work(rest, CollectionQuestion.Detail.TITLE)))
                .or(() -> behind("WORK_ACCESSED", asked)
                        .flatMap(rest -> without("ACCESSED", rest))
                        .flatMap(rest -> work(rest, CollectionQuestion.Detail.ACCESSED)))
                .or(() -> ofWork(asked))
                .or(() -> behind("PUBLISHED_WHEN", asked).flatMap(SourceQuestionParser::published));
    }

    private static Optional<String> behind(String kind, String asked) {
        List<CuePhrases.Occurrence> found = CUES.get(kind).findIn(asked);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(asked.substring(found.getFirst().end()));
    }

    /** The words before a cue that ends them; empty where none does. */
    private static Optional<String> without(String kind, String rest) {
        String words = ArticleChoiceParser.stripped(rest);
        return CUES.get(kind).findIn(words).stream()
                .filter(cue -> cue.end() == words.length())
                .findFirst()
                .map(cue -> words.substring(0, cue.start()));
    }

    private static Optional<CollectionQuestion> citedSource(String rest, boolean isOfAgency) {
        String claim = ArticleChoiceParser.stripped(rest);
        return claim.isEmpty() ? Optional.empty() : Optional.of(new CollectionQuestion.CitedSource(claim, isOfAgency));
    }

    /** "What was the Globe story's headline?" */
    private static Optional<CollectionQuestion> ofWork(String asked) {
        Lexemes words = new Lexemes(asked);
        for (int at = 0; at < words.size(); at++) {
            if (words.isOneOf(at, WORKS) && words.isPossessive(at + 2) && words.isOneOf(at + 3, TITLES)) {
                return work(words.slice(0, at + 1), CollectionQuestion.Detail.TITLE);
            }
        }
        return Optional.empty();
    }

    private static Optional<CollectionQuestion> work(String rest, CollectionQuestion.Detail detail) {
        Lexemes words = new Lexemes(rest);
        for (int at = 0; at < words.size(); at++) {
            if (words.isOneOf(at, WORKS)) {
                return Optional.of(new CollectionQuestion.CitedWork(ArticleChoiceParser.stripped(rest), detail));
            }
        }
        return Optional.empty();
    }

    /** "about trams come out": what comes before the verb says which article. */
    private static Optional<CollectionQuestion> published(String rest) {
        return without("CAME_OUT", rest)
                .map(SourceQuestionParser::withoutOpening)
                .filter(words -> !words.isEmpty())
                .map(CollectionQuestion.PublicationDay::new);
    }

    private static String withoutOpening(String rest) {
        Lexemes words = new Lexemes(ArticleChoiceParser.stripped(rest));
        boolean isOpen = words.isOneOf(0, Set.of("about", "on", "of", "titled", "called", "headlined", "entitled"));
        return isOpen ? words.slice(1, words.size()) : words.slice(0, words.size());
    }
}
