package ibid.eval;

import java.util.List;

/** The results of a run, and what it was made of. */
public record Measured(Made made, List<Result> results) {

    public Measured {
        results = List.copyOf(results);
    }
}
