package ibid.eval.run;

import ibid.api.AnswerBody;
import ibid.eval.client.Dialogue;
import ibid.eval.client.OriginalArticle;
import ibid.eval.dataset.Nugget;
import ibid.eval.measure.Measure;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A server under evaluation, in the dialect in which it is asked: what it can be asked and what can be measured. */
public interface MeasuredServer {

    Dialogue converse();

    /** Has it do what it does once after a start, so that times are those of a warm server. */
    void prepare();

    /** The article as the server has it; empty if it shows none. */
    Optional<OriginalArticle> original(String article);

    /** The article it is a copy of, or itself; the same for all where articles cannot be told apart. */
    String origin(String article);

    /** The broken promises of an answer. */
    List<String> breaches(AnswerBody answer);

    /** The measures that cannot be computed for an answer, because the server does not state what they need. */
    Set<Measure> unmeasured(List<Nugget> nuggets, AnswerBody answer);
}
