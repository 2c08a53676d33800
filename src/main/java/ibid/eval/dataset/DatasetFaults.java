package ibid.eval.dataset;

import ibid.IbidException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the files of a dataset: each fault in a line with its file, its line and its remedy. */
public final class DatasetFaults {

    private static final int MAX_FAULTS_SHOWN = 20; // more at once nobody mends

    private final List<String> faults = new ArrayList<>();

    public void add(String file, int line, String fault) {
        faults.add(file + ", line " + line + ": " + fault);
    }

    /** Throws where there is any. */
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
