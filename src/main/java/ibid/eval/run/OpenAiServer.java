package ibid.eval.run;

import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.api.SentenceBody;
import ibid.eval.chat.ChatServer;
import ibid.eval.client.Dialogue;
import ibid.eval.client.OriginalArticle;
import ibid.eval.dataset.Nugget;
import ibid.eval.measure.Measure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A server asked in OpenAI's dialect. Its answers say neither which passages were found nor how sure they are, and some
 * cite addresses without words or sources without sentences; what needs those is not measured.
 */
public final class OpenAiServer implements MeasuredServer {

    /** The name of the dialect in a run's manifest. */
    public static final String DIALECT = "openai";

    /** What no reply in this dialect states: the ranking, partial outcomes, nearest passages. */
    private static final Set<Measure> NEVER = EnumSet.of(
            Measure.RECALL,
            Measure.NDCG,
            Measure.MRR,
            Measure.MAP,
            Measure.CLAIM_RECALL,
            Measure.CONTEXT_PRECISION,
            Measure.UTILISATION,
            Measure.NOISE,
            Measure.STATED_BY_PASSAGE,
            Measure.HALLUCINATION,
            Measure.SELF_KNOWLEDGE,
            Measure.OUTCOME,
            Measure.AGREE,
            Measure.NEAREST,
            Measure.SUGGESTIONS);

    /** What needs to know which words a sentence rests on. */
    private static final Set<Measure> OF_CITATIONS = EnumSet.of(
            Measure.CITATION_RECALL,
            Measure.CITATION_PRECISION,
            Measure.SUPPORT_PRECISION,
            Measure.SUPPORT_RECALL,
            Measure.GOLD_EARLY);

    private final ChatServer server;

    public OpenAiServer(ChatServer server) {
        this.server = server;
    }

    /** The measures that no answer in this dialect has. */
    public static Set<Measure> never() {
        return EnumSet.copyOf(NEVER);
    }

    @Override
    public Dialogue converse() {
        return server.converse();
    }

    @Override
    public void prepare() {}

    @Override
    public Optional<OriginalArticle> original(String article) {
        return Optional.empty();
    }

    /** Its names for articles are not the dataset's, so that words decide alone. */
    @Override
    public String origin(String article) {
        return "";
    }

    /** Promises that hold for every server: a mark has its source, a refusal none. */
    @Override
    public List<String> breaches(AnswerBody answer) {
        List<String> breaches = new ArrayList<>();
        for (SentenceBody sentence : answer.sentences()) {
            boolean isDangling = sentence.footnotes().stream()
                    .anyMatch(number -> number > answer.footnotes().size());
            if (isDangling) {
                breaches.add("a mark without a source: " + sentence.text());
            }
        }
        if (answer.outcome() == AnswerBody.Outcome.ABSTAINED
                && !answer.footnotes().isEmpty()) {
            breaches.add("a refusal that cites sources");
        }
        return breaches;
    }

    @Override
    public Set<Measure> unmeasured(List<Nugget> nuggets, AnswerBody answer) {
        Set<Measure> unmeasured = EnumSet.copyOf(NEVER);
        boolean isSilent = citesWithoutWords(answer);
        if (isSilent) {
            unmeasured.add(Measure.FAITHFULNESS);
        }
        if (isSilent || listsOnly(answer)) {
            unmeasured.addAll(OF_CITATIONS);
            if (nuggets.stream().anyMatch(nugget -> nugget.accept().isEmpty())) {
                unmeasured.addAll(EnumSet.of(Measure.VITAL, Measure.NUGGETS, Measure.WEIGHTED, Measure.PRECISION));
            }
        }
        return unmeasured;
    }

    /** Whether an answer cites a source of which the server gives no words. */
    public static boolean citesWithoutWords(AnswerBody answer) {
        return answer.footnotes().stream()
                .map(FootnoteBody::quote)
                .anyMatch(quote -> quote.exact().isBlank());
    }

    /** Whether an answer lists its sources without saying which sentence rests on which. */
    public static boolean listsOnly(AnswerBody answer) {
        boolean lists = !answer.evidence().nearest().isEmpty();
        return lists && !answer.sentences().isEmpty() && answer.footnotes().isEmpty();
    }
}
