package ibid.read.entries;

import ibid.IbidException;
import ibid.read.bytes.Decoder;
import ibid.read.bytes.FileBytes;

/** What all files of several articles have in common: they are cut at bytes, which UTF-8 allows and UTF-16 does not. */
final class EntryFile {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF"; // of UTF-8, a char a byte

    private EntryFile() {}

    /**
     * Where its text begins: behind the byte order mark, if it has one.
     *
     * @throws IbidException INVALID if it is in UTF-16
     */
    static int start(FileBytes file) {
        if (Decoder.isUtf16(file.content())) {
            throw new IbidException(IbidException.Code.INVALID, "it is in UTF-16; save it as UTF-8");
        }
        return file.head(BYTE_ORDER_MARK.length()).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    }
}
