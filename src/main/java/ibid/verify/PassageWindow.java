package ibid.verify;

import ibid.answer.Citation;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.injection.ContactDetail;
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

    /**
     * The windows of a passage, nearest first.
     *
     * @param withContacts whether a window may hold addresses and numbers that lead away from the article
     */
    static List<PassageWindow> of(Set<String> terms, Hit hit, boolean withContacts) {
        List<PassageWindow> windows = new ArrayList<>();
        for (int from = 0; from < hit.passage().sentences().size(); from++) {
            windows.addAll(from(from, terms, hit, withContacts));
        }
        windows.sort(NEAREST_FIRST);
        return windows;
    }

    private static List<PassageWindow> from(int from, Set<String> terms, Hit hit, boolean withContacts) {
        List<Span> sentences = hit.passage().sentences();
        Text text = hit.article().text();
        List<PassageWindow> windows = new ArrayList<>();
        int end = Math.min(sentences.size(), from + MAX_SENTENCES);
        for (int to = from; to < end && (withContacts || !hasContact(text, sentences.get(to))); to++) {
            Span span = sentences.get(from).to(sentences.get(to));
            double shared = TermOverlap.share(terms, text.slice(span));
            windows.add(new PassageWindow(hit, span, shared, shared - SENTENCE_PENALTY * (to - from)));
        }
        return windows;
    }

    private static boolean hasContact(Text text, Span sentence) {
        return !ContactDetail.in(text.slice(sentence)).isEmpty();
    }

    Citation citation() {
        return new Citation(hit, span);
    }
}
