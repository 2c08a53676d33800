package ibid.read;

import ibid.read.manuscript.Manuscript;
import java.io.Serializable;

/**
 * A parsed file. Parsing is the expensive step; an article can be made from it any number of times.
 *
 * @param name path below the corpus folder
 * @param hash SHA-256 of the file's bytes, hex
 */
public record ParsedFile(String name, String hash, Manuscript manuscript) implements Serializable {

    /** Length of its text, used to limit memory. */
    public int countChars() {
        int chars = 0;
        for (Manuscript.Piece piece : manuscript.pieces()) {
            chars += piece.text().length();
        }
        for (String note : manuscript.notes().values()) {
            chars += note.length();
        }
        return chars;
    }
}
