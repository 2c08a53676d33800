package ibid.answer;

import ibid.search.Hit;
import java.util.List;

/**
 * Drafts an answer from what a search found: by quoting the articles, or by having a language model write. Threads
 * may share it.
 */
public interface Writer<D extends Draft> {

    /** Writes the draft; the listener gets each sentence as soon as it is whole, on the thread that called. */
    D write(WritingTask task, Listener listener);

    /** Follows a draft while it is written. */
    interface Listener {

        /** For a caller that waits for the whole draft. */
        Listener SILENT = new Listener() {

            @Override
            public void sentence(String text, List<Hit> passages) {}

            @Override
            public void piece(String text) {}
        };

        /** A whole sentence with the passages it names; not checked. */
        void sentence(String text, List<Hit> passages);

        /** Text as it comes from a language model; not checked, and not cut into sentences. */
        void piece(String text);
    }
}
