package ibid.ask;

import ibid.answer.collection.CollectionWriter;
import ibid.answer.extract.Rankings;
import ibid.ask.llm.LlmAuthor;
import ibid.ask.llm.PromptedModel;
import ibid.index.Collection;
import ibid.model.Llm;
import ibid.search.HybridRetriever;
import ibid.search.Retriever;
import ibid.suggest.SuggestedQuestions;
import ibid.verify.Verifier;
import java.nio.file.Path;

/** A small fictional collection about a ferry and a bridge, indexed for questions. */
public final class Samples {

    private Samples() {}

    public static Collection collection(Path folder) {
        Collection collection = new Collection(folder);
        collection
                .with("ferry.md", """
                ---
                title: "The ferry that never sailed"
                publisher: "Harbour Gazette"
                published: 2025-03-03
                ---

                The ferry Aurelia was sold to Bergen for two million crowns.[^1] Anna Berg, the harbour master, \
                announced the sale on Monday. She had waited nine years for a buyer. Berg was relieved 😀 and said so.

                ## Why she stayed

                The insurers refused the engines because nobody had tested them.

                [^1]: Harbour office, statement, 3 March 2025, https://harbour.example/s.
                """)
                .with(
                        "bridge",
                        "Town Paper",
                        "2025-06-01",
                        "The new bridge opened on Sunday. It cost forty million crowns. Trams should never have "
                                + "been allowed on the bridge.")
                .with(
                        "copy",
                        "Evening Wire",
                        "2025-03-04",
                        "The ferry Aurelia was sold to Bergen for two million crowns. The town had hoped for more.");
        collection.update();
        return collection;
    }

    public static Ask ask(Collection collection) {
        return ask(collection, new HybridRetriever(collection.index(), collection.embedder()));
    }

    public static Ask ask(Collection collection, Retriever retriever) {
        return new Ask(
                retriever,
                extractive(collection),
                new CollectionWriter(collection.index(), retriever, Rankings.writer()));
    }

    /** Answers with the given language model. */
    public static Ask written(Collection collection, Llm llm) {
        PromptedModel model = PromptedModel.of("scripted", llm, llm, false, 4000);
        HybridRetriever retriever = new HybridRetriever(collection.index(), collection.embedder());
        LlmAuthor author = new LlmAuthor(extractive(collection), new Verifier(), model);
        return new Ask(retriever, author, new CollectionWriter(collection.index(), retriever, Rankings.writer()));
    }

    private static ExtractiveAuthor extractive(Collection collection) {
        return new ExtractiveAuthor(Rankings.writer(), new Verifier(), suggestions(collection));
    }

    public static SuggestedQuestions suggestions(Collection collection) {
        return new SuggestedQuestions(
                new HybridRetriever(collection.index(), collection.embedder()), Rankings.writer(), collection.index());
    }
}
