package ibid.answer;

import ibid.search.Hit;
import java.util.List;

/** Drafts an answer from retrieved passages, by quoting the articles or with a language model. Threads may share it. */
public interface Writer<D extends Draft> {

    /** Writes the draft. The listener receives each sentence as soon as it is complete, on the calling thread. */
    D write(WritingTask task, Listener listener);

    /** Follows a draft while it is written. */
    interface Listener {

        /** A listener that ignores all events, for a caller that waits for the complete draft. */
        Listener SILENT = new Listener() {

            @Override
            public void sentence(String text, List<Hit> passages) {}

            @Override
            public void piece(String text) {}
        };

        /** Called for each complete sentence with the passages it names; not checked. */
        void sentence(String text, List<Hit> passages);

        /** Called for each piece of a language model's text; not checked, not split into sentences. */
        void piece(String text);
    }
}
