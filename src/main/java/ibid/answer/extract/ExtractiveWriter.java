package ibid.answer.extract;

import ibid.answer.Citation;
import ibid.answer.CuePhrases;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.answer.parts.PartDrafts;
import ibid.answer.question.KeywordQuery;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.SentenceFeatures;
import ibid.answer.rank.SentenceRanker;
import ibid.answer.stance.StanceQuestion;
import ibid.search.Hit;
import ibid.search.Ranking;
import ibid.search.comparison.ViewComparison;
import ibid.search.parts.SubQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The writer that needs no language model: answers in the articles' own sentences, word for word. Its additions are
 * visibly marked: a name in brackets after a pronoun, the publisher before a claim, and the label of a row. Threads may
 * share it.
 */
public final class ExtractiveWriter implements Writer<Draft.Extracted> {

    private static final CuePhrases CONJUNCTIONS = new CuePhrases(List.of("and", "or"));

    private final DirectDrafter directDrafter;
    private final SideDrafter sideDrafter;

    public ExtractiveWriter(SentenceRanker ranker, Caution caution) {
        this.directDrafter = new DirectDrafter(ranker, caution);
        this.sideDrafter = new SideDrafter(directDrafter);
    }

    @Override
    public Draft.Extracted write(WritingTask task, Listener listener) {
        Draft.Extracted draft = draft(task.asked(), task.parts());
        if (draft instanceof Draft.Written written) {
            announce(written, listener);
        }
        return draft;
    }

    private static void announce(Draft.Written draft, Listener listener) {
        for (DraftSentence sentence : draft.sentences()) {
            List<Hit> passages =
                    sentence.citations().stream().map(Citation::hit).toList();
            listener.sentence(sentence.text(), passages);
        }
    }

    /** @param rankings one for each of the questions in it */
    Draft.Extracted draft(SubQuestions questions, List<Ranking> rankings) {
        List<Draft.Extracted> drafts = new ArrayList<>();
        for (int part = 0; part < rankings.size(); part++) {
            drafts.add(draft(questions, part, rankings.get(part)));
        }
        return PartDrafts.joined(questions, drafts);
    }

    private Draft.Extracted draft(SubQuestions questions, int part, Ranking ranking) {
        if (questions.comparison().orElse(null) instanceof ViewComparison views) {
            return sideDrafter.draft(views.sides().get(part), views.about(), ranking);
        }
        return draft(ranking);
    }

    /** The draft for one stand-alone question. */
    public Draft.Extracted draft(Ranking ranking) {
        String text = ranking.query().text();
        QuestionAnalysis question = UnknownNames.withoutPublishers(QuestionAnalysis.of(text, ranking), ranking);
        List<String> words = UnknownNames.wordsIfMostAreUnknown(question);
        if (KeywordQuery.is(text)) {
            return words.isEmpty() ? draftOnKeywords(question.withWordFamilies(ranking), ranking) : unmentioned(words);
        }
        List<QuestionName> unknown = UnknownNames.of(question, ranking);
        String missing = unknown.isEmpty() ? "" : UnknownNames.describe(unknown);
        QuestionAnalysis known = question.without(unknown);
        if (!unknown.isEmpty() && !canAnswerRest(question, unknown)) {
            List<Candidate> candidates = SentenceFeatures.measure(known, ranking);
            return new Draft.Nothing(missing, ClosestSentence.of(List.of(), candidates), 0);
        }
        if (!words.isEmpty()) {
            return unmentioned(words);
        }
        Optional<StanceQuestion> side = StanceQuestion.of(text);
        if (side.isPresent()) {
            return draftSide(known, side.get(), ranking, missing);
        }
        return known.shape().isGathered()
                ? GatheredDrafter.draft(known, ranking, missing)
                : directDrafter.draft(known, ranking, missing);
    }

    private static Draft.Nothing unmentioned(List<String> words) {
        return new Draft.Nothing(UnknownNames.notMentioned(words), Optional.empty(), 0);
    }

    /** Arguments may also be sentences that take no side by themselves; who takes one must be told. */
    private Draft.Extracted draftSide(QuestionAnalysis question, StanceQuestion side, Ranking ranking, String missing) {
        Draft.Extracted draft = GatheredDrafter.draft(question, side, ranking, missing);
        boolean isOpen = draft instanceof Draft.Nothing && !side.asksWho();
        return isOpen ? directDrafter.draft(question, ranking, missing) : draft;
    }

    /**
     * Keywords are a question in short as often as a topic: "treaty signing date". They are read as a question first.
     */
    private Draft.Extracted draftOnKeywords(QuestionAnalysis keywords, Ranking ranking) {
        Draft.Extracted answer =
                directDrafter.draft(keywords.withKnownTerms(), ranking, TopicDrafter.missing(keywords));
        return answer instanceof Draft.Written ? answer : TopicDrafter.draft(keywords, ranking);
    }

    private static boolean canAnswerRest(QuestionAnalysis question, List<QuestionName> unknown) {
        return question.names().size() > unknown.size() && asksAboutSeveral(question.text());
    }

    /** Whether the question asks about several parallel things, so that one can be answered without the others. */
    private static boolean asksAboutSeveral(String question) {
        if (question.contains(",") || question.contains("&")) {
            return true;
        }
        return CONJUNCTIONS.isIn(question);
    }
}
