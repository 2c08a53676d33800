package ibid.eval.chat;

import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sentences of a reply without its marks and its Markdown, each with the sources it rests on. A mark belongs to the
 * sentence it is in or after; a marked claim to every sentence that it overlaps. For one use.
 */
final class ReplySentences {

    private static final int MAX_LABEL_CODE_POINTS = 60; // Ibid's longest, an outlet and a day, has about 40

    /** Headings over a list of sources at the end. */
    private static final Set<String> LIST_HEADINGS =
            Set.of("sources", "references", "citations", "footnotes", "source", "reference", "notes");

    private final ChatReply reply;
    private final int[] content;
    private final StringBuilder plain = new StringBuilder();
    private final int[] plainAt;
    private int written; // code points of the plain text

    /**
     * A sentence.
     *
     * @param sources places in the reply's list of sources, in its order
     */
    record Sourced(String text, List<Integer> sources) {}

    private ReplySentences(ChatReply reply) {
        this.reply = reply;
        this.content = reply.content().codePoints().toArray();
        this.plainAt = new int[content.length + 1];
    }

    static List<Sourced> of(ChatReply reply) {
        ReplySentences sentences = new ReplySentences(reply);
        sentences.strip();
        return sentences.read();
    }

    /** Copies the content line by line without marks, and keeps where each place went. */
    private void strip() {
        boolean[] cut = marks();
        int start = 0;
        boolean isOver = false;
        while (start < content.length) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            isOver |= isListHeading(start, end);
            copy(start, Math.min(end + 1, content.length), cut, isOver || isNoSentence(start, end));
            start = end + 1;
        }
        plainAt[content.length] = written;
    }

    /** What belongs to marks: they, the spaces before them, and brackets that hold nothing else. */
    private boolean[] marks() {
        boolean[] cut = new boolean[content.length];
        reply.pointers().stream()
                .filter(Pointer::isMark)
                .forEach(mark -> Arrays.fill(cut, mark.start(), Math.min(mark.end(), content.length), true));
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '(') {
                cutBrackets(at, cut);
            }
        }
        for (int at = content.length - 2; at >= 0; at--) {
            cut[at] |= content[at] == ' ' && cut[at + 1];
        }
        return cut;
    }

    private void cutBrackets(int start, boolean[] cut) {
        int end = start + 1;
        boolean holdsMark = false;
        while (end < content.length && (cut[end] || " ,;".indexOf(content[end]) >= 0)) {
            holdsMark |= cut[end++];
        }
        if (holdsMark && end < content.length && content[end] == ')') {
            Arrays.fill(cut, start, end + 1, true);
        }
    }

    private void copy(int start, int end, boolean[] cut, boolean skipped) {
        int from = skipped ? end : boldLabelEnd(start + bullet(start, end), end);
        for (int at = start; at < end; at++) {
            plainAt[at] = written;
            boolean isEmphasis = content[at] == '*' || content[at] == '`';
            if (at >= from && !cut[at] && !isEmphasis) {
                plain.appendCodePoint(roundBracket(content[at]));
                written++;
            }
        }
    }

    /** Square brackets that are no mark are the server's own words; the judge takes them for Ibid's additions. */
    private static int roundBracket(int codePoint) {
        return switch (codePoint) {
            case '[' -> '(';
            case ']' -> ')';
            default -> codePoint;
        };
    }

    /** How many code points of a line are its bullet or number. */
    private int bullet(int start, int end) {
        String line = new String(content, start, end - start);
        int indent = line.length() - line.stripLeading().length();
        String bullet = line.strip().split(" ", 2)[0];
        boolean isSign = bullet.length() == 1 && "-*•–".contains(bullet);
        boolean isNumber = bullet.length() > 1
                && ".)".indexOf(bullet.charAt(bullet.length() - 1)) >= 0
                && bullet.chars().limit(bullet.length() - 1).allMatch(Character::isDigit);
        return isSign || isNumber ? indent + bullet.length() : 0;
    }

    /** Where a line goes on after a label in bold, {@code **Poland:**}, which names a row and claims nothing. */
    private int boldLabelEnd(int start, int end) {
        int last = Math.min(end, start + MAX_LABEL_CODE_POINTS);
        String lead = new String(content, start, last - start).stripLeading();
        int close = lead.startsWith("**") ? lead.indexOf("**", 2) : -1;
        boolean isInside = close > 2 && lead.charAt(close - 1) == ':';
        if (!isInside && (close < 0 || !lead.startsWith(":", close + 2))) {
            return start;
        }
        int skipped = last - start - lead.codePointCount(0, lead.length());
        return start + skipped + lead.codePointCount(0, close) + (isInside ? 2 : 3);
    }

    /** A heading, or an entry of a list of sources: it begins with its mark and names the source's title or address. */
    private boolean isNoSentence(int start, int end) {
        String line = new String(content, start, end - start).strip();
        if (line.startsWith("#") && !line.startsWith("##0") || line.equals("---")) {
            return line.indexOf('$') < 0;
        }
        boolean isMarked = reply.pointers().stream().anyMatch(one -> one.isMark() && one.start() == start);
        return isMarked && reply.sources().stream().anyMatch(source -> names(line, source));
    }

    private static boolean names(String line, CitedSource source) {
        boolean isTitled = !source.title().isEmpty() && line.contains(source.title());
        return isTitled || !source.url().isEmpty() && line.contains(source.url());
    }

    private boolean isListHeading(int start, int end) {
        String line = new String(content, start, end - start).replaceAll("[#*:_ ]", "");
        return LIST_HEADINGS.contains(line.toLowerCase(Locale.ROOT));
    }

    private List<Sourced> read() {
        Text text = new Text(plain.toString());
        List<Span> spans = Sentences.in(text, new Span(0, text.length()));
        List<Set<Integer>> sources = new ArrayList<>();
        spans.forEach(span -> sources.add(new TreeSet<>()));
        for (Pointer pointer : reply.pointers()) {
            int start = plainAt[Math.min(pointer.start(), content.length)];
            int end = plainAt[Math.min(pointer.end(), content.length)];
            for (int at = 0; at < spans.size(); at++) {
                if (pointer.isMark() ? at == before(spans, start) : overlaps(spans.get(at), start, end)) {
                    sources.get(at).add(pointer.source());
                }
            }
        }
        List<Sourced> sentences = new ArrayList<>();
        for (int at = 0; at < spans.size(); at++) {
            String words = text.slice(spans.get(at)).replaceAll("\\s+", " ").strip();
            if (words.codePoints().anyMatch(Character::isLetter)) {
                List<Integer> cited = List.copyOf(sources.get(at));
                sentences.add(new Sourced(withoutLabel(words, cited), cited));
            }
        }
        return sentences;
    }

    /** Without the label of a row, where what follows it is word for word in a cited source. */
    private String withoutLabel(String words, List<Integer> cited) {
        int colon = words.indexOf(": ");
        if (colon < 0 || colon > MAX_LABEL_CODE_POINTS) {
            return words;
        }
        String rest = words.substring(colon + 2);
        boolean isQuoted = cited.stream()
                .filter(source -> source < reply.sources().size())
                .anyMatch(source -> reply.sources().get(source).words().contains(rest));
        return isQuoted ? rest : words;
    }

    /** The last sentence that begins before a place; the first if none does. */
    private static int before(List<Span> spans, int place) {
        int last = 0;
        for (int at = 0; at < spans.size(); at++) {
            if (spans.get(at).start() < place) {
                last = at;
            }
        }
        return last;
    }

    private static boolean overlaps(Span sentence, int start, int end) {
        return sentence.start() < end && start < sentence.end();
    }
}
