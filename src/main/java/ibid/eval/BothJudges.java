package ibid.eval;

import ibid.verify.Support;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two judges of the same claims: the first one's word counts, and how far the second agrees is kept. Threads may share it. */
public final class BothJudges implements Judge {

    private final Judge first;
    private final Judge second;
    private final List<Pair> pairs = Collections.synchronizedList(new ArrayList<>());

    public BothJudges(Judge first, Judge second) {
        this.first = first;
        this.second = second;
    }

    private record Pair(Judgement first, Judgement second) {

        boolean failed() {
            return first.failed() || second.failed();
        }
    }

    @Override
    public Judgement judge(String claim, List<String> evidence) {
        Pair pair = new Pair(first.judge(claim, evidence), second.judge(claim, evidence));
        pairs.add(pair);
        return pair.first();
    }

    /** What the first said (rows) and the second (columns), of the claims both gave a verdict on: full, partial, none. */
    public Confusion agreement() {
        Confusion confusion = new Confusion(List.of("full", "partial", "none"));
        for (Pair pair : List.copyOf(pairs)) if (!pair.failed()) confusion = confusion.with(word(pair.first().support()), word(pair.second().support()));
        return confusion;
    }

    /** The claims on which one of them or both gave none. */
    public int failures() {
        return (int) List.copyOf(pairs).stream().filter(Pair::failed).count();
    }

    static String word(Support support) {
        return switch (support) {
            case FULL -> "full";
            case PARTIAL -> "partial";
            case NONE -> "none";
        };
    }
}
