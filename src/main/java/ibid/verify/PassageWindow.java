package ibid.verify;

import ibid.answer.Citation;
import ibid.language.PromptInjection;
import ibid.language.Span;
import ibid.language.Text;
import ibid.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Consecutive sentences of a passage.
 *
 * @param shared share of a sentence's terms that are in it, 0 to 1
 * @param weight the same, minus the penalty for further sentences
 */
record PassageWindow(Hit hit, Span span, double shared, double weight) {

    static final Comparator<PassageWindow> NEAREST_FIRST =
            Comparator.comparingDouble(PassageWindow::weight).reversed();

    private static final int MAX_SENTENCES = 3;
    private static final double SENTENCE_PENALTY = 0.08; // minimum gain in the share of terms by a further sentence

    /** The windows of a passage, nearest first. None contains a sentence that addresses a language model. */
    static List<PassageWindow> of(Set<String> terms, Hit hit) {
        List<PassageWindow> windows = new ArrayList<>();
        for (int from = 0; from < hit.passage().sentences().size(); from++) {
            windows.addAll(from(from, terms, hit));
        }
        windows.sort(NEAREST_FIRST);
        return windows;
    }

    private static List<PassageWindow> from(int from, Set<String> terms, Hit hit) {
        List<Span> sentences = hit.passage().sentences();
        Text text = hit.article().text();
        List<PassageWindow> windows = new ArrayList<>();
        int end = Math.min(sentences.size(), from + MAX_SENTENCES);
        for (int to = from; to < end && !isInjection(text, sentences.get(to)); to++) {
            Span span = sentences.get(from).to(sentences.get(to));
            double shared = TermOverlap.share(terms, text.slice(span));
            windows.add(new PassageWindow(hit, span, shared, shared - SENTENCE_PENALTY * (to - from)));
        }
        return windows;
    }

    private static boolean isInjection(Text text, Span sentence) {
        return PromptInjection.toAModel(text.slice(sentence));
    }

    Citation citation() {
        return new Citation(hit, span);
    }
}
