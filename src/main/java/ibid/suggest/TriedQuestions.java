package ibid.suggest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Which questions are answered in a generation of the index. A search for them that is cut off, because its time is up
 * or it is interrupted, goes on from here. Not thread-safe.
 */
final class TriedQuestions {

    private final Map<String, Boolean> answered = new HashMap<>();
    private String generation = "";
    private BooleanSupplier isLate = () -> false;
    private boolean cutOff;
    private boolean hasTried;

    /** @param isLate whether no more questions are tried; one always is, so that each search gets on */
    void begin(String ofGeneration, BooleanSupplier isLate) {
        if (!generation.equals(ofGeneration)) {
            answered.clear();
            generation = ofGeneration;
        }
        this.isLate = isLate;
        cutOff = false;
        hasTried = false;
    }

    /** Whether it is answered; false if that is not known yet and it is too late to try. */
    boolean isAnswered(String question, BooleanSupplier trial) {
        Boolean known = answered.get(question);
        if (known == null && hasTried && isLate.getAsBoolean()) {
            cutOff = true;
            return false;
        }
        if (known == null) {
            hasTried = true;
            known = trial.getAsBoolean(); // not inside computeIfAbsent: it may be interrupted
            answered.put(question, known);
        }
        return known;
    }

    /** Whether a question was left out since the beginning, for lack of time. */
    boolean isCutOff() {
        return cutOff;
    }
}
