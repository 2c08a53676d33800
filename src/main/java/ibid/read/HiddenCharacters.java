package ibid.read;

import ibid.language.injection.ShownText;
import ibid.read.manuscript.Manuscript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Takes from a manuscript the tag characters and selectors that show nothing, and lists what they say as left out. */
final class HiddenCharacters {

    private HiddenCharacters() {}

    static Manuscript takeFrom(Manuscript manuscript) {
        List<String> removed = new ArrayList<>(manuscript.removed());
        List<Manuscript.Piece> pieces = new ArrayList<>();
        for (Manuscript.Piece piece : manuscript.pieces()) {
            pieces.add(piece.withText(visible(piece.text(), removed)));
        }
        SequencedMap<String, String> notes = new LinkedHashMap<>();
        manuscript.notes().forEach((label, text) -> notes.put(label, visible(text, removed)));
        return new Manuscript(manuscript.titlePage(), pieces, notes, removed);
    }

    private static String visible(String text, List<String> removed) {
        String hidden = ShownText.hidden(text);
        if (!hidden.isBlank()) {
            removed.add(hidden.strip());
        }
        return ShownText.withoutTags(text);
    }
}
