package ibid.ask.llm;

import ibid.answer.DraftSentence;
import ibid.answer.extract.QuotedSentence;
import ibid.language.Span;
import ibid.language.Token;
import ibid.search.Hit;
import ibid.verify.EvidenceFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Completes what a model wrote where it is a bare answer rather than a sentence ("about 700", "in Wiesbaden"): with the
 * article's own sentence that holds these words and is nearest to the question.
 */
final class FragmentCompletion {

    private static final int MAX_FRAGMENT_WORDS = 5; // a longer text is a sentence, which is checked as one

    private final String question;
    private final List<Hit> hits;

    FragmentCompletion(String question, List<Hit> hits) {
        this.question = question;
        this.hits = List.copyOf(hits);
    }

    /** @return the sentence, with the answering words marked; empty where the text is none of an article's words */
    Optional<DraftSentence> complete(String text, List<Hit> named) {
        List<String> fragment = keys(text);
        if (fragment.isEmpty() || fragment.size() > MAX_FRAGMENT_WORDS) {
            return Optional.empty();
        }
        Optional<DraftSentence> own = complete(fragment, text, named);
        return own.isPresent() ? own : complete(fragment, text, hits);
    }

    private Optional<DraftSentence> complete(List<String> fragment, String text, List<Hit> passages) {
        Optional<DraftSentence> best = Optional.empty();
        double mostShared = 0;
        for (Hit hit : passages) {
            for (Span sentence : hit.passage().sentences()) {
                String words = hit.article().text().slice(sentence);
                double shared = EvidenceFinder.shared(question, words);
                if (shared > mostShared && holdsPart(words, fragment)) {
                    mostShared = shared;
                    best = Optional.of(marked(QuotedSentence.of(hit, sentence), text));
                }
            }
        }
        return best;
    }

    /** Whether the words hold the fragment in its order, and more than it. */
    private static boolean holdsPart(String words, List<String> fragment) {
        List<String> keys = keys(words);
        return keys.size() > fragment.size() && indexOf(keys, fragment) >= 0;
    }

    private static int indexOf(List<String> keys, List<String> fragment) {
        for (int at = 0; at + fragment.size() <= keys.size(); at++) {
            if (keys.subList(at, at + fragment.size()).equals(fragment)) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> keys(String text) {
        List<String> keys = new ArrayList<>();
        for (Token token : Token.in(text)) {
            keys.add(token.key());
        }
        return keys;
    }

    /** The fragment is marked where the sentence has it to the letter. */
    private static DraftSentence marked(DraftSentence sentence, String text) {
        String words = withoutEnd(text);
        int at = sentence.text().indexOf(words);
        if (at < 0) {
            return sentence;
        }
        int start = sentence.text().codePointCount(0, at);
        Span answer = new Span(start, start + words.codePointCount(0, words.length()));
        return new DraftSentence(
                sentence.text(), sentence.citations(), sentence.details().withAnswer(Optional.of(answer)));
    }

    private static String withoutEnd(String text) {
        String words = text.strip();
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
}
