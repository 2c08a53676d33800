package ibid.answer.extract;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.CuePhrases;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.answer.rank.QuestionAnalysis;
import ibid.answer.rank.QuestionName;
import ibid.answer.rank.SentenceRanker;
import ibid.search.Hit;
import ibid.search.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The writer that needs no language model: answers in the articles' own sentences, word for word. What it adds is visibly set apart: a
 * name in brackets behind a pronoun, the publisher before a claim, and the label of a row. Threads may share it.
 */
public final class ExtractiveWriter implements Writer<Draft.Extracted> {

    private static final CuePhrases CONJUNCTIONS = new CuePhrases(List.of("and", "or"));

    private final DirectDrafter directDrafter;

    public ExtractiveWriter(SentenceRanker ranker) {
        this.directDrafter = new DirectDrafter(ranker);
    }

    /** How many passages it wants for a question. */
    public int depth(String question) {
        return AnswerShape.of(question).depth();
    }

    @Override
    public Draft.Extracted write(WritingTask task, Listener listener) {
        List<String> questions =
                task.parts().stream().map(ranking -> ranking.query().text()).toList();
        Draft.Extracted draft = draft(questions, task.parts());
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
        List<Draft.Extracted> drafts = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) drafts.add(draft(parts.get(at), rankings.get(at)));
        boolean isAnyWritten = drafts.stream().anyMatch(Draft.Written.class::isInstance);
        if (parts.size() == 1 || !isAnyWritten) return drafts.getFirst();
        return merge(parts, drafts);
    }

    private static Draft.Written merge(List<String> parts, List<Draft.Extracted> drafts) {
        Map<String, DraftSentence> sentences = new LinkedHashMap<>(); // what answers two parts is shown once
        List<Draft.Clash> clashes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        double confidence = 1;
        for (int at = 0; at < drafts.size(); at++) {
            switch (drafts.get(at)) {
                case Draft.Nothing nothing -> unanswered.add("The articles do not answer “" + parts.get(at) + "”");
                case Draft.Written written -> {
                    for (DraftSentence sentence : written.sentences()) sentences.putIfAbsent(sentence.text(), sentence);
                    clashes.addAll(written.clashes());
                    if (!written.missing().isEmpty()) missing.add(written.missing());
                    confidence = Math.min(confidence, written.confidence());
                }
            }
        }
        missing.addAll(unanswered);
        return new Draft.Written(
                List.copyOf(sentences.values()), String.join(" ", missing), AnswerShape.PROSE, clashes, confidence);
    }

    /** The draft for one stand-alone question. */
    Draft.Extracted draft(String text, Ranking ranking) {
        QuestionAnalysis question = QuestionAnalysis.of(text, ranking);
        List<QuestionName> unknown = question.names().stream()
                .filter(name -> isUnknown(name, ranking))
                .toList();
        String missing = unknown.isEmpty() ? "" : notMentioned(unknown);
        boolean canAnswerRest = question.names().size() > unknown.size() && asksAboutSeveral(text);
        if (!unknown.isEmpty() && !canAnswerRest) return new Draft.Nothing(missing, 0);
        QuestionAnalysis known = question.without(unknown);
        if (known.shape().isGathered()) return GatheredDrafter.draft(known, ranking, missing);
        return directDrafter.draft(known, ranking, missing);
    }

    private static boolean isUnknown(QuestionName name, Ranking ranking) {
        return name.isUnknown(
                term -> ranking.terms().stream().anyMatch(asked -> asked.term().equals(term) && asked.passages() == 0));
    }

    private static String notMentioned(List<QuestionName> names) {
        Set<String> texts = new LinkedHashSet<>();
        for (QuestionName name : names) texts.add(name.text());
        return "The articles do not mention " + String.join(" or ", texts) + ".";
    }

    /** Whether the question asks about several things side by side, so that one can be answered without the other. */
    private static boolean asksAboutSeveral(String question) {
        if (question.contains(",") || question.contains("&")) return true;
        return CONJUNCTIONS.isIn(question);
    }
}
