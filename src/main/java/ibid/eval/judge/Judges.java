package ibid.eval.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The judges of a run by name; the verdicts of the first one count in the measures' plain names.
 *
 * @param descriptions what each is: its model, where that is reached, and the version of its prompt
 */
public record Judges(Map<String, Judge> byName, Map<String, String> descriptions) {

    public Judges {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        descriptions = Collections.unmodifiableMap(new LinkedHashMap<>(descriptions));
        if (byName.isEmpty()) {
            throw new IllegalArgumentException("a run needs a judge");
        }
    }

    /** The name of the first judge. */
    public String first() {
        return byName.keySet().iterator().next();
    }
}
