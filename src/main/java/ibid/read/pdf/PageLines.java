package ibid.read.pdf;

import java.util.ArrayList;
import java.util.List;

/** Puts the characters of a page into lines, in the order of the page's content. */
final class PageLines {

    private static final int MAX_SCRIPT_CHARS = 5; // that stand elsewhere in the content than their line
    private static final int MAX_LINES_SEARCHED = 400; // for the line of such characters
    private static final double MIN_DROP_CAP_RATIO = 1.8; // to the size of the line beside it
    private static final int MAX_DROP_CAP_CHARS = 2;

    private final List<SetLine> lines = new ArrayList<>();

    private PageLines() {}

    /** @param fields values of a form's fields, which the content does not hold */
    static List<SetLine> of(List<Glyph> glyphs, List<Glyph> fields) {
        PageLines page = new PageLines();
        glyphs.forEach(page::add);
        page.lines.removeIf(line -> line.glyphs().stream().allMatch(Glyph::isBlank));
        page.lines.forEach(SetLine::settle);
        page.placeScripts();
        page.joinDropCaps();
        fields.forEach(page::place);
        return page.lines;
    }

    private void add(Glyph glyph) {
        if (lines.isEmpty() || !lines.getLast().take(glyph)) {
            if (!glyph.isBlank()) {
                lines.add(new SetLine(glyph));
            }
        }
    }

    /** Puts raised and lowered characters that were drawn before or after their line where they stand. */
    private void placeScripts() {
        for (int i = lines.size() - 1; i >= 0 && lines.size() <= MAX_LINES_SEARCHED; i--) {
            SetLine script = lines.get(i);
            boolean isShort = script.glyphs().size() <= MAX_SCRIPT_CHARS && script.letters() == 0;
            if (isShort && lines.stream().anyMatch(line -> line != script && line.insert(script))) {
                lines.remove(i);
            }
        }
    }

    /** Joins a large first letter to the line beside it. */
    private void joinDropCaps() {
        for (int i = 0; i + 1 < lines.size(); i++) {
            SetLine large = lines.get(i), next = lines.get(i + 1);
            boolean isLarge = large.size() >= MIN_DROP_CAP_RATIO * next.size()
                    && large.glyphs().size() <= MAX_DROP_CAP_CHARS
                    && large.letters() > 0;
            boolean isBeside = next.start() >= large.start()
                    && next.start() <= large.end() + large.size()
                    && next.base() <= large.base() + next.size() / 2
                    && next.base() >= large.base() - large.size();
            if (isLarge && isBeside) {
                next.prepend(large);
                lines.remove(i);
            }
        }
    }

    /** Puts the value of a field behind its label, or on a line of its own. */
    private void place(Glyph value) {
        for (SetLine line : lines) {
            if (line.append(value)) {
                return;
            }
        }
        int at = 0;
        while (at < lines.size() && lines.get(at).base() < value.y()) {
            at++;
        }
        lines.add(at, new SetLine(value));
    }
}
