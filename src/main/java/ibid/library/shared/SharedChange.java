package ibid.library.shared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs between the generation that is shown and the next.
 *
 * @param ended files that are gone or have another state; they have no row in the next
 * @param begun files that are new or have another state
 */
public record SharedChange(
        SharedGeneration before, SharedGeneration next, List<SharedFile> ended, List<SharedFile> begun) {

    public SharedChange {
        ended = List.copyOf(ended);
        begun = List.copyOf(begun);
    }

    /** @param known the files of the generation before, by name */
    public static SharedChange of(
            SharedGeneration before,
            Map<String, SharedFile> known,
            SharedGeneration next,
            Map<String, SharedFile> files) {
        List<SharedFile> ended = new ArrayList<>(known.values());
        ended.removeIf(file -> file.equals(files.get(file.name())));
        List<SharedFile> begun = new ArrayList<>(files.values());
        begun.removeIf(file -> file.equals(known.get(file.name())));
        return new SharedChange(before, next, ended, begun);
    }

    /** Whether readers would see nothing else than before. */
    public boolean showsTheSame() {
        if (!before.format().equals(next.format()) || ended.size() != begun.size()) {
            return false;
        }
        for (int i = 0; i < ended.size(); i++) {
            boolean isSame = ended.get(i).name().equals(begun.get(i).name())
                    && ended.get(i).showsAs(begun.get(i));
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    Set<String> unusedTexts() {
        Set<String> unused = new HashSet<>();
        ended.forEach(file -> unused.add(file.text()));
        begun.forEach(file -> unused.remove(file.text()));
        return unused;
    }

    Set<String> unusedOriginals() {
        Set<String> unused = new HashSet<>();
        ended.forEach(file -> unused.add(file.original()));
        begun.forEach(file -> unused.remove(file.original()));
        return unused;
    }
}
