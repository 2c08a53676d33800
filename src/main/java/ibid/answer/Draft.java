package ibid.answer;

import java.util.List;

/** What a writer made of the hits: sentences with citations, or nothing because the hits do not answer. */
public sealed interface Draft {

    /** @param missing the part of the question left open, as a sentence for the reader, or empty */
    record Written(List<DraftSentence> sentences, String missing) implements Draft {

        public Written {
            sentences = List.copyOf(sentences);
            if (sentences.isEmpty()) throw new IllegalArgumentException("a written draft has sentences");
        }
    }

    /** @param missing what the articles do not say, as a sentence for the reader */
    record Nothing(String missing) implements Draft {}
}
