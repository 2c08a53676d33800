package ibid.answer.extract;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.RowRanker;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeatures;
import ibid.answer.stance.Opinion;
import ibid.answer.stance.Opinions;
import ibid.answer.stance.StanceQuestion;
import ibid.answer.validity.Validity;
import ibid.language.Lexemes;
import ibid.search.Ranking;
import ibid.search.comparison.ComparisonSides;
import java.util.List;
import java.util.Optional;

/** Drafts an answer in rows: a timeline, a comparison or an overview. */
final class GatheredDrafter {

    private static final double MIN_RELEVANCE = 0.42; // if no sentence has it, all are about something else

    private GatheredDrafter() {}

    /** @param missing what of the question the articles leave open, or empty */
    static Draft.Extracted draft(QuestionAnalysis question, Ranking ranking, String missing) {
        Validity validity = new Validity(question, ranking);
        List<Candidate> candidates = SentenceFeatures.measure(question, ranking);
        List<ScoredCandidate> relevant = validity.admitRows(Relevance.rank(candidates));
        double confidence = relevant.isEmpty() ? 0 : relevant.getFirst().score();
        List<RowGrouping.Row> rows = confidence < MIN_RELEVANCE
                ? List.of()
                : RowGrouping.group(question, validity.admitRows(RowRanker.rank(candidates)));
        if (rows.isEmpty()) {
            return new Draft.Nothing(Draft.NO_ANSWER, ClosestSentence.of(relevant, List.of()), confidence);
        }
        String open = missing.isEmpty() ? RowGrouping.describeUncovered(question, rows) : missing;
        List<DraftSentence> sentences = new SentenceWording(false).wordRows(rows);
        return new Draft.Written(Optional.empty(), sentences, open, question.shape(), List.of(), confidence)
                .withSides(sides(question));
    }

    private static List<String> sides(QuestionAnalysis question) {
        return question.shape() == AnswerShape.COMPARISON ? ComparisonSides.in(question.text()) : List.of();
    }

    /** The same for one side of a matter: a row an opinion, labelled with its holder. */
    static Draft.Extracted draft(QuestionAnalysis question, StanceQuestion asked, Ranking ranking, String missing) {
        List<ScoredCandidate> ranked = Relevance.rank(SentenceFeatures.measure(asked.ofMatter(question), ranking));
        List<Opinion> opinions = Opinions.select(asked, ranked).stream()
                .filter(opinion -> !asked.asksWho() || !isMatter(opinion, question.text()))
                .toList();
        if (opinions.isEmpty()) {
            return new Draft.Nothing(Draft.NO_ANSWER, ClosestSentence.of(ranked, List.of()), 0);
        }
        List<RowGrouping.Row> rows = opinions.stream()
                .map(opinion -> new RowGrouping.Row(opinion.label(), opinion.candidate()))
                .toList();
        List<DraftSentence> sentences = Attribution.withHolders(new SentenceWording(false).wordRows(rows));
        Optional<Draft.Short> holders = asked.asksWho() ? Optional.of(holders(opinions, sentences)) : Optional.empty();
        double confidence = opinions.getFirst().candidate().score();
        return new Draft.Written(holders, sentences, missing, AnswerShape.LIST, List.of(), confidence);
    }

    /** "The Asian pact proposed by her": what the question is about takes no side in it. */
    private static boolean isMatter(Opinion opinion, String question) {
        return question.contains(opinion.stance().holder()) && !new Lexemes(question).is(0, "which");
    }

    private static Draft.Short holders(List<Opinion> opinions, List<DraftSentence> sentences) {
        List<String> names =
                opinions.stream().map(opinion -> opinion.stance().holder()).toList();
        List<Citation> citations = sentences.stream()
                .flatMap(sentence -> sentence.citations().stream())
                .toList();
        return new Draft.Short(String.join(", ", names), citations);
    }
}
