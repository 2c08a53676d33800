package ibid.read;

import ibid.article.CorrectionNotice;
import ibid.language.Lexemes;
import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from the words of a notice which values it withdraws, and what is right instead: "32, not 31", "said 31; it is
 * 32". A value without its counterpart is not taken for either. One use each.
 */
final class NoticeChanges {

    private static final int MAX_WORDS_TO_VALUE = 5; // "not on the 12th of May", "not be held in Dorrin but"

    private static final Set<String> TURNS = Set.of(";", "but", "when", "whereas", "while"); // from wrong to right

    /** What a stretch of the notice tells. */
    private enum State {
        OPEN,
        WITHDRAWN,
        RIGHT
    }

    private final Lexemes text;
    private final List<NoticeValue> values;
    private final List<NoticeValue> withdrawn = new ArrayList<>();
    private final List<NoticeValue> right = new ArrayList<>();
    private boolean isWrongTold;

    private NoticeChanges(String text) {
        this.text = new Lexemes(text);
        this.values = NoticeValue.in(text);
    }

    static List<CorrectionNotice.Change> in(String notice) {
        NoticeChanges changes = new NoticeChanges(notice);
        List<CorrectionNotice.Change> contrasted = changes.contrasted();
        if (!contrasted.isEmpty()) {
            return contrasted;
        }
        Text whole = new Text(notice);
        for (Span sentence : Sentences.in(whole, new Span(0, whole.length()))) {
            int start = notice.offsetByCodePoints(0, sentence.start());
            changes.sort(start, notice.offsetByCodePoints(start, sentence.length()));
        }
        return changes.paired();
    }

    /** "32, not 31"; "not 31 but 32"; "corrected from 31 to 32". */
    private List<CorrectionNotice.Change> contrasted() {
        List<CorrectionNotice.Change> changes = new ArrayList<>();
        for (int at = 0; at < text.size(); at++) {
            if (NoticeCue.INSTEAD.has(text.key(at))) {
                contrast(at).ifPresent(changes::add);
            } else if (text.is(at, "from") && isChanged(at - 1)) {
                fromTo(at).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private boolean isChanged(int at) {
        return text.is(at, "corrected") || text.is(at, "changed") || text.is(at, "amended");
    }

    private Optional<CorrectionNotice.Change> contrast(int cue) {
        Optional<NoticeValue> wrong = firstValue(text.end(cue), cue);
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        Optional<NoticeValue> before = lastBefore(wrong.get(), text.start(cue));
        Optional<NoticeValue> behind = text.is(cue, "not") ? behindBut(wrong.get()) : Optional.empty();
        return behind.or(() -> before).flatMap(value -> change(wrong.get(), value));
    }

    private static Optional<CorrectionNotice.Change> change(NoticeValue wrong, NoticeValue right) {
        return wrong.isSame(right)
                ? Optional.empty()
                : Optional.of(new CorrectionNotice.Change(wrong.words(), right.words()));
    }

    private Optional<CorrectionNotice.Change> fromTo(int from) {
        Optional<NoticeValue> wrong = firstValue(text.end(from), from);
        return wrong.flatMap(value -> next(value, "to").flatMap(right -> change(value, right)));
    }

    private Optional<NoticeValue> behindBut(NoticeValue wrong) {
        return next(wrong, "but");
    }

    /** The next value of the same kind, where that word stands between. */
    private Optional<NoticeValue> next(NoticeValue value, String word) {
        for (NoticeValue other : values) {
            if (other.start() > value.end() && other.kind() == value.kind()) {
                return hasWord(word, value.end(), other.start()) ? Optional.of(other) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean hasWord(String word, int from, int to) {
        for (int at = 0; at < text.size(); at++) {
            if (text.start(at) >= from && text.end(at) <= to && text.is(at, word)) {
                return true;
            }
        }
        return false;
    }

    /** The first value behind that place, a few words on in its sentence at most. */
    private Optional<NoticeValue> firstValue(int place, int lexeme) {
        int last = lexeme + 1;
        while (last < lexeme + MAX_WORDS_TO_VALUE && !text.is(last, ".") && !text.is(last, ";")) {
            last++;
        }
        int limit = text.end(last);
        return values.stream()
                .filter(value -> value.start() >= place && value.start() < limit)
                .findFirst();
    }

    private Optional<NoticeValue> lastBefore(NoticeValue value, int place) {
        return values.stream()
                .filter(other -> other.kind() == value.kind() && other.end() <= place)
                .reduce((first, second) -> second);
    }

    /** Puts the values of a sentence to those withdrawn and those right, by the cue before each. */
    private void sort(int from, int to) {
        State state = isWrongTold ? State.RIGHT : State.OPEN;
        boolean hasSource = false;
        for (int at = 0; at < text.size(); at++) {
            if (text.start(at) < from || text.end(at) > to) {
                continue;
            }
            state = next(at, state, hasSource);
            isWrongTold |= state == State.WITHDRAWN;
            hasSource |= NoticeCue.SOURCE.has(text.key(at));
            place(text.start(at), state);
        }
    }

    private State next(int at, State state, boolean hasSource) {
        String word = text.key(at);
        if (NoticeCue.WRONG.has(word) || hasSource && NoticeCue.SAID.has(word) && state == State.OPEN) {
            return State.WITHDRAWN;
        }
        if (isSaidAgain(at)) {
            return State.WITHDRAWN;
        }
        boolean turns = state == State.WITHDRAWN && TURNS.contains(word);
        return turns || NoticeCue.RIGHT.has(word) ? State.RIGHT : state;
    }

    /** "It said", not "it was". */
    private boolean isSaidAgain(int at) {
        boolean isBeing = text.is(at, "was") || text.is(at, "were");
        return NoticeCue.SAID.has(text.key(at)) && NoticeCue.SOURCE.has(text.key(at - 1)) && !isBeing;
    }

    private void place(int start, State state) {
        for (NoticeValue value : values) {
            if (value.start() == start && state == State.WITHDRAWN) {
                withdrawn.add(value);
            } else if (value.start() == start && state == State.RIGHT) {
                right.add(value);
            }
        }
    }

    private List<CorrectionNotice.Change> paired() {
        for (NoticeValue.Kind kind : NoticeValue.Kind.values()) {
            Optional<CorrectionNotice.Change> change = pair(kind);
            if (change.isPresent()) {
                return List.of(change.get());
            }
        }
        return List.of();
    }

    private Optional<CorrectionNotice.Change> pair(NoticeValue.Kind kind) {
        List<NoticeValue> wrong = apart(kind, withdrawn, right);
        List<NoticeValue> instead = apart(kind, right, withdrawn);
        if (wrong.isEmpty() || instead.isEmpty()) {
            return Optional.empty();
        }
        NoticeValue value = instead.getFirst();
        return change(counterpart(value, wrong), value);
    }

    /** The values of a kind that the other side does not have. */
    private static List<NoticeValue> apart(NoticeValue.Kind kind, List<NoticeValue> values, List<NoticeValue> others) {
        return values.stream()
                .filter(value -> value.kind() == kind && others.stream().noneMatch(value::isSame))
                .toList();
    }

    /** Of those withdrawn the one most like the right value, else the last, which a sentence ends on. */
    private static NoticeValue counterpart(NoticeValue right, List<NoticeValue> wrong) {
        return wrong.reversed().stream()
                .filter(value -> isAlike(value, right))
                .findFirst()
                .orElse(wrong.getLast());
    }

    private static boolean isAlike(NoticeValue one, NoticeValue other) {
        if (one.kind() == NoticeValue.Kind.NUMBER) {
            return one.quantity().unit().equals(other.quantity().unit());
        }
        List<String> words = List.of(other.words().split(" "));
        return List.of(one.words().split(" ")).stream().anyMatch(words::contains);
    }
}
