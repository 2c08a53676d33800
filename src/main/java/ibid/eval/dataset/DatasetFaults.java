package ibid.eval.dataset;

import ibid.IbidException;
import java.util.ArrayList;
import java.util.List;

/** The faults found in the files of a dataset, each with its file, line and remedy. */
public final class DatasetFaults {

    private static final int MAX_FAULTS_SHOWN = 20; // nobody reads more at once

    private final List<String> faults = new ArrayList<>();

    public void add(String file, int line, String fault) {
        faults.add(file + ", line " + line + ": " + fault);
    }

    /** Throws if there is a fault. */
    public void throwIfAny() {
        if (faults.isEmpty()) {
            return;
        }
        String more = faults.size() > MAX_FAULTS_SHOWN ? "\n  and " + (faults.size() - MAX_FAULTS_SHOWN) + " more" : "";
        throw new IbidException(
                IbidException.Code.INVALID,
                "the dataset cannot be used as it is:\n  "
                        + String.join("\n  ", faults.subList(0, Math.min(MAX_FAULTS_SHOWN, faults.size()))) + more);
    }
}
