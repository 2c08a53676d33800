package ibid.answer.extract;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.language.time.TimeRange;
import ibid.search.Hit;
import ibid.search.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The writer that needs no language model: answers in the articles' own sentences, word for word. What it adds stands visibly apart: a
 * name in brackets behind a pronoun, the publisher before a claim, and what a row stands under. Threads may share it.
 */
public final class ExtractiveWriter implements Writer<Draft.Extracted> {

    /** Below this confidence nothing is shown: eval/journal.md, "Refusing". */
    private static final double THRESHOLD = 0.26;

    private static final double SIDE =
            0.35; // a contradicting sentence must be this good, by the best one's score, to be set beside it

    private final SentenceRanker picking;

    public ExtractiveWriter(SentenceRanker picking) {
        this.picking = picking;
    }

    /** How many passages it wants for a question. */
    public int depth(String text) {
        return AnswerShape.of(text).depth();
    }

    @Override
    public Draft.Extracted write(WritingTask task, Listener listener) {
        List<String> parts =
                task.parts().stream().map(ranking -> ranking.query().text()).toList();
        Draft.Extracted draft = draft(parts, task.parts());
        if (draft instanceof Draft.Written written) announce(written, listener);
        return draft;
    }

    private static void announce(Draft.Written draft, Listener listener) {
        for (DraftSentence sentence : draft.sentences()) {
            List<Hit> passages =
                    sentence.citations().stream().map(Citation::hit).toList();
            listener.sentence(sentence.text(), passages);
        }
    }

    /** The draft for a question's stand-alone parts, each with its ranking. A part that is not answered is named as missing. */
    public Draft.Extracted draft(List<String> parts, List<Ranking> rankings) {
        List<Draft.Extracted> drafts = IntStream.range(0, parts.size())
                .mapToObj(i -> draft(parts.get(i), rankings.get(i)))
                .toList();
        List<Draft.Written> written = drafts.stream()
                .filter(Draft.Written.class::isInstance)
                .map(Draft.Written.class::cast)
                .toList();
        if (parts.size() == 1 || written.isEmpty()) return drafts.getFirst();
        List<String> missing = new ArrayList<>(written.stream()
                .map(Draft.Written::missing)
                .filter(text -> !text.isEmpty())
                .toList());
        IntStream.range(0, parts.size())
                .filter(i -> drafts.get(i) instanceof Draft.Nothing)
                .forEach(i -> missing.add("The articles do not answer “" + parts.get(i) + "”"));
        return new Draft.Written(
                once(written.stream().flatMap(draft -> draft.sentences().stream())),
                String.join(" ", missing),
                AnswerShape.PROSE,
                written.stream().flatMap(draft -> draft.clashes().stream()).toList(),
                written.stream().mapToDouble(Draft.Written::confidence).min().orElse(0));
    }

    /** What answers two parts is shown once, though each part found and cited it for itself. */
    private static List<DraftSentence> once(Stream<DraftSentence> sentences) {
        Map<String, DraftSentence> first = new LinkedHashMap<>();
        sentences.forEach(sentence -> first.putIfAbsent(sentence.text(), sentence));
        return List.copyOf(first.values());
    }

    /** The draft for a stand-alone question. */
    Draft.Extracted draft(String text, Ranking ranking) {
        QuestionAnalysis question = QuestionAnalysis.of(text, ranking);
        List<QuestionAnalysis.Named> unknown =
                question.names().stream().filter(name -> unknown(name, ranking)).toList();
        boolean others = question.names().size() > unknown.size();
        String missing = unknown.isEmpty()
                ? ""
                : "The articles do not mention "
                        + unknown.stream()
                                .map(QuestionAnalysis.Named::text)
                                .distinct()
                                .collect(Collectors.joining(" or "))
                        + ".";
        if (!unknown.isEmpty() && !(others && listed(text))) return new Draft.Nothing(missing, 0);
        QuestionAnalysis known = question.without(unknown);
        return known.shape().gathers() ? gathered(known, ranking, missing) : answered(known, ranking, missing);
    }

    private Draft.Extracted answered(QuestionAnalysis question, Ranking ranking, String missing) {
        TimeRange bounds = TimeRange.of(question.text());
        List<Candidate> ranked = picking.ranked(
                question.text(),
                SentenceFeatures.of(question, ranking).stream()
                        .filter(SentenceFeatures.Looked::named)
                        .filter(looked -> bounds.admits(
                                looked.text(), looked.hit().article().imprint().publishedOn()))
                        .toList());
        double confidence = picking.confidence(ranked);
        if (confidence < THRESHOLD)
            return new Draft.Nothing("None of the passages found answers the question.", confidence);
        List<Candidate> sides = Disagreements.differing(
                question.wanted(),
                ranked.stream()
                        .filter(candidate ->
                                candidate.score() >= SIDE * ranked.getFirst().score())
                        .toList());
        List<SentenceSelection.Pick> picks = SentenceSelection.pick(
                ranked,
                sides,
                question.shape() == AnswerShape.PROSE
                        ? question.wanted().sentences()
                        : question.shape().sentences());
        List<DraftSentence> sentences = new SentenceWording(question.wanted().isFact()).of(picks);
        List<Citation> cited =
                sides.stream().flatMap(side -> cited(side, sentences).stream()).toList();
        List<Draft.Clash> clashes = cited.size() < 2
                ? List.of()
                : List.of(new Draft.Clash(Disagreements.about(question.wanted(), sides), cited));
        return new Draft.Written(sentences, missing, question.shape(), clashes, confidence);
    }

    /** The citation under which a side's sentence is shown. */
    private static Optional<Citation> cited(Candidate side, List<DraftSentence> sentences) {
        return sentences.stream()
                .flatMap(sentence -> sentence.citations().stream())
                .filter(citation -> citation.hit()
                                .article()
                                .id()
                                .equals(side.hit().article().id())
                        && citation.quote().contains(side.span()))
                .findFirst();
    }

    private static Draft.Extracted gathered(QuestionAnalysis question, Ranking ranking, String missing) {
        List<Candidate> near = SentenceFeatures.of(question, ranking).stream()
                .map(looked -> new Candidate(looked, belonging(looked)))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
        List<RowGrouping.Row> rows = RowGrouping.of(question, near);
        double confidence = near.isEmpty() ? 0 : near.getFirst().score();
        if (rows.isEmpty()) return new Draft.Nothing("None of the passages found says anything of this.", confidence);
        return new Draft.Written(
                new SentenceWording(false).inRows(rows),
                missing.isEmpty() ? RowGrouping.uncovered(question, rows) : missing,
                question.shape(),
                List.of(),
                confidence);
    }

    /** How much a sentence belongs to what a question asks about, where no single answer is sought: by its meaning and by the question's words in it and round it. */
    private static double belonging(SentenceFeatures.Looked looked) {
        double near = (looked.see(SentenceFeature.MEANING) + looked.see(SentenceFeature.AROUND)) / 2;
        return looked.see(SentenceFeature.ASKS) + looked.see(SentenceFeature.STUB) > 0 ? near / 2 : near;
    }

    private static boolean unknown(QuestionAnalysis.Named name, Ranking ranking) {
        return name.unknown(
                term -> ranking.terms().stream().anyMatch(asked -> asked.term().equals(term) && asked.passages() == 0));
    }

    /** Whether the question asks about several things side by side, so that one can be answered without the other. */
    private static boolean listed(String text) {
        return text.matches("(?is).*(\\band\\b|\\bor\\b|,|&).*");
    }
}
