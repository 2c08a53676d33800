package ibid.read.richtext;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.rtf.Command;
import ibid.article.Block;
import ibid.read.bytes.Deadline;
import ibid.read.manuscript.Endnotes;
import ibid.read.manuscript.Exponents;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import ibid.read.manuscript.StatedTitle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** Collects the text, notes and properties of Rich Text Format as a parser reports them. */
final class RtfListener extends RtfListenerAdaptor {

    private static final Set<String> NOT_TEXT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "pict",
            "object",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "annotation",
            "atnid",
            "atnauthor",
            "fldinst",
            "listtext",
            "pntext",
            "themedata",
            "generator",
            "bkmkstart",
            "bkmkend",
            "xe",
            "tc",
            "nonshppict",
            "operator",
            "company",
            "ftnsep",
            "ftnsepc",
            "ftncn",
            "aftnsep");
    private static final Map<String, String> SIGNS = Map.of("tab", " ", "line", " ", "cell", " | ", "nestcell", " | ");

    /** What holds within a group of braces; inner groups begin with a copy. */
    private record Group(String destination, boolean hidden, int script, int level) {

        Group to(String other) {
            return new Group(other, hidden, script, level);
        }

        Group hidden(boolean on) {
            return new Group(destination, on, script, level);
        }

        Group script(int other) {
            return new Group(destination, hidden, other, level);
        }

        Group level(int other) {
            return new Group(destination, hidden, script, other);
        }
    }

    private static final Group PLAIN = new Group("text", false, 0, -1);

    private final MetadataCollector stated = new MetadataCollector();
    private final List<Manuscript.Piece> pieces = new ArrayList<>();
    private final SequencedMap<String, String> notes = Manuscript.noNotes();
    private final StringBuilder hidden = new StringBuilder();
    private final StringBuilder property = new StringBuilder();
    private final Deque<Group> outer = new ArrayDeque<>();
    private Group group = PLAIN;
    private StringBuilder text = new StringBuilder();
    private StringBuilder aroundNote = text; // the paragraph that calls the open note
    private boolean inRow;

    @Override
    public void processGroupStart() {
        Deadline.check();
        outer.push(group);
    }

    @Override
    public void processGroupEnd() {
        Group ended = group;
        group = outer.isEmpty() ? PLAIN : outer.pop();
        if (ended.destination().equals(group.destination())) {
            return;
        }
        switch (ended.destination()) {
            case "footnote" -> endNote();
            case "title" -> offer(Item.TITLE, StatedTitle.of(property.toString()));
            case "author" -> offer(Item.AUTHOR, StatedTitle.author(property.toString()));
            default -> property.setLength(0);
        }
    }

    private void offer(Item item, String value) {
        stated.offer(item, value, "document properties");
        property.setLength(0);
    }

    private void endNote() {
        String label = Integer.toString(notes.size() + 1);
        notes.put(label, text.toString().strip());
        text = aroundNote.append(InlineMarks.note(label));
    }

    @Override
    public void processString(String words) {
        switch (group.destination()) {
            case "text", "footnote" -> {
                if (group.hidden()) {
                    hidden.append(words);
                } else {
                    text.append(scripted(words));
                }
            }
            case "title", "author" -> property.append(words);
            default -> {}
        }
    }

    private String scripted(String words) {
        String clean = InlineMarks.withoutPrivateUse(words);
        if (group.script() == 0) {
            return clean;
        }
        return group.script() > 0 ? Exponents.raised(clean) : Exponents.lowered(clean);
    }

    @Override
    public void processCommand(Command command, int parameter, boolean hasParameter, boolean optional) {
        String name = command.getCommandName();
        boolean on = !hasParameter || parameter != 0;
        if (optional || NOT_TEXT.contains(name)) {
            group = group.to(group.destination().equals("footnote") ? "of " + name : name);
        } else if (SIGNS.containsKey(name)) {
            processString(SIGNS.get(name));
        } else {
            format(name, parameter, on);
        }
    }

    private void format(String name, int parameter, boolean on) {
        switch (name) {
            case "info" -> group = group.to("info");
            case "title", "author" -> group = group.destination().equals("info") ? group.to(name) : group;
            case "footnote" -> startNote();
            case "intbl" -> inRow = true;
            case "par", "sect", "page", "row" -> endParagraph(name.equals("row"));
            default -> group = formatted(name, parameter, on);
        }
    }

    private Group formatted(String name, int parameter, boolean on) {
        return switch (name) {
            case "v", "strike", "striked", "deleted" -> group.hidden(on);
            case "super" -> group.script(on ? 1 : 0);
            case "sub" -> group.script(on ? -1 : 0);
            case "nosupersub" -> group.script(0);
            case "plain" -> group.hidden(false).script(0);
            case "outlinelevel" -> group.level(parameter);
            case "pard" -> group.level(-1);
            default -> group;
        };
    }

    private void startNote() {
        group = group.to("footnote").script(0).hidden(false);
        aroundNote = text;
        text = new StringBuilder();
    }

    private void endParagraph(boolean isRow) {
        if (!group.destination().equals("text") || inRow && !isRow) {
            processString(" ");
            return;
        }
        add(isRow ? Block.Kind.ROW : Block.Kind.PARAGRAPH);
        inRow = false;
    }

    private void add(Block.Kind kind) {
        String words = text.toString().strip();
        String line = kind == Block.Kind.ROW && words.endsWith("|") ? words.substring(0, words.length() - 1) : words;
        if (!line.isBlank()) {
            boolean isHeading = kind == Block.Kind.PARAGRAPH && group.level() >= 0;
            pieces.add(new Manuscript.Piece(
                    isHeading ? Block.Kind.HEADING : kind, line.strip(), "paragraph " + (pieces.size() + 1)));
        }
        text.setLength(0);
    }

    Manuscript manuscript() {
        add(Block.Kind.PARAGRAPH);
        if (!pieces.isEmpty() && pieces.getFirst().kind() == Block.Kind.HEADING) {
            stated.offer(Item.TITLE, pieces.removeFirst().text(), "first heading");
        }
        List<String> removed = hidden.toString().isBlank()
                ? List.of()
                : List.of(hidden.toString().strip());
        return new Manuscript(stated, Endnotes.take(pieces, notes), notes, removed);
    }
}
