package ibid.eval.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The judges of a run by name. The measures of the first one have plain names.
 *
 * @param descriptions model, address and prompt version of each
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
