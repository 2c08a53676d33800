package ibid.answer.rank;

import ibid.answer.SpeechCues;
import ibid.answer.match.AnswerMatcher;
import ibid.answer.question.AnswerMatch;
import ibid.answer.question.AnswerType;
import ibid.answer.question.AskedQuantity;
import ibid.answer.question.ForeignQuestion;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.QuestionLanguage;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.IntStream;

/**
 * Features of the expected answer: whether a sentence contains something of the type asked for, its distance to the
 * question's terms, its year and its speaker.
 */
final class AnswerFeatures {

    private static final Set<String> PERSONAL_PRONOUNS = Set.of("he", "she");

    private final QuestionAnalysis question;
    private final AskedQuantity asked;
    private final Set<String> offered;
    private final AnswerMatcher matcher;
    private final Optional<ForeignQuestion> foreign;
    private final String language;
    private final ClauseProximity clauseProximity;
    private final Map<ArticleId, Set<String>> knownNames = new HashMap<>();

    AnswerFeatures(QuestionAnalysis question) {
        this.question = question;
        this.asked = question.type() == AnswerType.NUMBER ? AskedQuantity.of(question.text()) : AskedQuantity.ANY;
        this.offered = question.type() == AnswerType.NUMBER ? question.offeredNumbers() : Set.of();
        this.foreign = ForeignQuestion.of(question.text());
        this.language = QuestionLanguage.of(question.text());
        this.clauseProximity = new ClauseProximity(question);
        this.matcher = AnswerMatcher.of(question.text(), question.type());
    }

    /** Matches of the type asked for that are not already in the question, or are among the numbers it offers. */
    List<AnswerMatch> findMatches(PassageSentence sentence) {
        boolean explains = question.type() == AnswerType.DEFINITION; // with the question's own words
        List<AnswerMatch> matches = new ArrayList<>();
        for (AnswerMatch match : typed(sentence)) {
            if (new Lexemes(match.text()).hasAny(offered)) {
                matches.add(match);
            } else if (explains || !question.isSaidBy(IndexTerms.of(match.text(), language))) {
                matches.add(offered.isEmpty() ? match : match.unsure());
            }
        }
        return matches;
    }

    private List<AnswerMatch> typed(PassageSentence sentence) {
        Article article = sentence.hit().article();
        List<AnswerMatch> matches = foreign.map(asked -> asked.findIn(sentence.text()))
                .orElseGet(() -> matcher.findIn(sentence.text(), sentence.textBefore(), () -> knownNames(article)));
        return isAboutOthers(sentence)
                ? matches.stream().map(AnswerMatch::unsure).toList()
                : matches;
    }

    /** Whether a number there counts something of another than is asked about: "troops in Japan", but not in Poland. */
    private boolean isAboutOthers(PassageSentence sentence) {
        SentenceContext context = sentence.context();
        boolean areNear =
                question.areNamesIn(context::isNear, sentence.hit().article().imprint());
        return question.type() == AnswerType.NUMBER && foreign.isEmpty() && !areNear;
    }

    private Set<String> knownNames(Article article) {
        return knownNames.computeIfAbsent(
                article.id(), id -> Names.known(article.text().value()));
    }

    /** The match nearest to the question's terms by clause; exact matches come first. */
    Optional<AnswerMatch> nearest(List<AnswerMatch> matches, PassageSentence sentence) {
        return matches.stream()
                .max(Comparator.comparing(AnswerMatch::isExact)
                        .thenComparingDouble(match -> clauseProximity.of(match, sentence)));
    }

    Map<SentenceFeature, Double> of(PassageSentence sentence, Optional<AnswerMatch> answer) {
        double proximity = answer.map(match -> proximity(match, sentence)).orElse(0.0);
        Map<SentenceFeature, Double> features = new EnumMap<>(SentenceFeature.class);
        boolean mayLackForm = question.asksForResponse(); // "summoned the ambassador"
        if (answer.isPresent() || !mayLackForm) {
            SentenceFeature.ofType(question.type())
                    .ifPresent(type -> features.put(type, answer.isPresent() ? 1.0 : -1.0));
        }
        if (foreign.map(ForeignQuestion::isQuantityKnown).orElse(asked.isKnown())) {
            features.put(
                    SentenceFeature.QUANTITY_FITS,
                    answer.filter(AnswerMatch::isExact).isPresent() ? 1.0 : -1.0);
        }
        boolean asksForName = question.type() == AnswerType.PERSON || question.type() == AnswerType.PLACE;
        if (asksForName || matcher.asksForThing()) {
            features.put(SentenceFeature.NAME_FITS, nameFits(sentence, answer));
        }
        features.put(SentenceFeature.ANSWER_PROXIMITY, proximity);
        features.put(SentenceFeature.YEAR_SHARE, question.shareOfYearsIn(textWithDates(sentence)));
        features.put(SentenceFeature.NAME_SPEAKS, nameSpeaks(sentence) ? 1.0 : 0.0);
        return features;
    }

    /**
     * 0 for a pronoun that may stand for somebody of the sentence before whom the question does not name, and where the
     * words that the question quotes are said.
     */
    private double nameFits(PassageSentence sentence, Optional<AnswerMatch> answer) {
        if (answer.filter(AnswerMatch::isExact).isPresent()) {
            return 1;
        }
        boolean isTold = question.quotes(sentence.text())
                || question.type() == AnswerType.PERSON
                        && answer.isEmpty()
                        && hasPronoun(sentence.text())
                        && namesSomebodyElse(
                                sentence.textBefore(), sentence.hit().article());
        return isTold ? 0 : -1;
    }

    private static boolean hasPronoun(String sentence) {
        Lexemes words = new Lexemes(sentence);
        return IntStream.range(0, words.size()).anyMatch(at -> words.isOneOf(at, PERSONAL_PRONOUNS));
    }

    private boolean namesSomebodyElse(String text, Article article) {
        return matcher.findIn(text, "", () -> knownNames(article)).stream()
                .anyMatch(match -> !question.isSaidBy(IndexTerms.of(match.text(), language)));
    }

    private static String textWithDates(PassageSentence sentence) {
        String heading = sentence.hit().passage().heading();
        String published = sentence.hit().article().imprint().published();
        return String.join(" ", sentence.text(), heading, published);
    }

    /** Whether one of the question's names is in the sentence together with a verb of saying. */
    private boolean nameSpeaks(PassageSentence sentence) {
        for (QuestionName name : question.names()) {
            if (sentence.has(name.lastTerm())) {
                return SpeechCues.areIn(sentence.text());
            }
        }
        return false;
    }

    private double proximity(AnswerMatch match, PassageSentence sentence) {
        double nearest = 0;
        for (IndexTerms.Term term : sentence.terms()) {
            if (question.asksFor(term.term())) {
                nearest = Math.max(nearest, 1.0 / (1 + distance(match, term, sentence.text())));
            }
        }
        return nearest;
    }

    private static int distance(AnswerMatch match, IndexTerms.Term term, String text) {
        if (term.start() >= match.end()) {
            return countWords(text.substring(match.end(), term.start()));
        }
        if (term.start() < match.start()) {
            return countWords(text.substring(term.start(), match.start()));
        }
        return 1;
    }

    /** The number of words between, plus one if they are not adjacent. The weights were fitted with this count. */
    private static int countWords(String between) {
        if (between.isEmpty()) {
            return 1;
        }
        int words = new StringTokenizer(between).countTokens();
        boolean opensWithSpace = Character.isWhitespace(between.charAt(0));
        return words > 0 && opensWithSpace ? words + 1 : words;
    }
}
