package ibid.language.injection;

import ibid.language.Lexemes;
import ibid.language.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises English orders to a language model by how they begin: a task for "your answer", a role, an override. */
final class ModelCommand {

    private static final Set<String> TASKS = WordList.read(ModelCommand.class, "injection-tasks.txt");
    private static final List<String> OVERRIDE_PHRASES =
            WordList.lines(ModelCommand.class, "override-phrases.txt").stream()
                    .map(ShownText::asSeen)
                    .toList();
    private static final Set<String> OPENINGS =
            Set.of("please", "now", "also", "instead", "important", "note", "assistant", "ai", "system", "instruction");
    private static final Set<String> ORDERS = Set.of(
            "you must", "you should", "you will", "you are to", "always", "never", "do not", "don ' t", "don ’ t");
    private static final Set<String> REPLIES = Set.of(
            "answer",
            "answers",
            "response",
            "responses",
            "reply",
            "replies",
            "output",
            "outputs",
            "message",
            "messages");
    private static final Set<String> OVERRIDES = Set.of("ignore", "disregard", "forget", "override");
    private static final Set<String> DETERMINERS = Set.of("all", "any", "the", "your", "every", "of", "these", "those");
    private static final Set<String> EARLIER =
            Set.of("previous", "prior", "above", "earlier", "other", "preceding", "foregoing", "original");
    private static final Set<String> DISCLOSURES = Set.of("reveal", "print", "repeat", "show");
    private static final Set<String> MODELS = Set.of("ai", "assistant", "chatbot");
    private static final int MAX_ORDER_LEXEMES = 3;

    private final Lexemes text;

    private ModelCommand(String sentence) {
        text = new Lexemes(sentence);
    }

    /** Whether the words hold a phrase of another language that orders to forget other words. */
    static boolean overrides(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return OVERRIDE_PHRASES.stream().anyMatch(lower::contains);
    }

    /** Whether the sentence addresses a language model. */
    static boolean isIn(String sentence) {
        ModelCommand command = new ModelCommand(sentence);
        int start = 0;
        while (start < command.text.size() && !command.isWordOrNumber(start)) {
            start++;
        }
        while (true) {
            if (command.isCommand(start)) {
                return true;
            }
            int next = command.afterOpening(start);
            if (next == start) {
                return false;
            }
            start = next;
        }
    }

    private boolean isWordOrNumber(int at) {
        return text.isAlphanumeric(at);
    }

    private boolean isCommand(int at) {
        if (TASKS.contains(text.key(at)) && hasReply(at + 1)) {
            return true;
        }
        if (text.is(at, "in") && isBeforeComma(at + 1)) {
            return true;
        }
        return isOverride(at) || isRole(at) || isDisclosure(at);
    }

    /** Index after a polite or commanding introduction, or the same index. */
    private int afterOpening(int at) {
        if (OPENINGS.contains(text.key(at))) {
            return text.is(at + 1, ",") || text.is(at + 1, ":") ? at + 2 : at + 1;
        }
        return afterOrder(at);
    }

    private int afterOrder(int at) {
        StringBuilder phrase = new StringBuilder(text.key(at));
        for (int end = at + 1; end <= at + MAX_ORDER_LEXEMES; end++) {
            if (ORDERS.contains(phrase.toString())) {
                return end;
            }
            phrase.append(' ').append(text.key(end));
        }
        return at;
    }

    private boolean hasReply(int from) {
        for (int at = from; at < text.size(); at++) {
            if (replyEnd(at) > at) {
                return true;
            }
        }
        return false;
    }

    /** Index after "your next answer" that begins there, or the same index. */
    private int replyEnd(int at) {
        if (!text.is(at, "your")) {
            return at;
        }
        if (REPLIES.contains(text.key(at + 1))) {
            return at + 2;
        }
        return isWordOrNumber(at + 1) && REPLIES.contains(text.key(at + 2)) ? at + 3 : at;
    }

    private boolean isBeforeComma(int at) {
        int end = replyEnd(at);
        return end > at && text.is(end, ",");
    }

    private boolean isOverride(int at) {
        if (!OVERRIDES.contains(text.key(at))) {
            return false;
        }
        int next = at + 1;
        while (DETERMINERS.contains(text.key(next))) {
            next++;
        }
        return EARLIER.contains(text.key(next));
    }

    /** "You are now a helpful assistant". */
    private boolean isRole(int at) {
        if (!text.phrase(at, 2).equals("you are")) {
            return false;
        }
        int next = at + 2;
        if (text.is(next, "now")) {
            next++;
        }
        if (text.is(next, "a") || text.is(next, "an")) {
            next++;
        }
        return isModel(next) || isWordOrNumber(next) && isModel(next + 1);
    }

    private boolean isModel(int at) {
        return MODELS.contains(text.key(at)) || text.phrase(at, 2).equals("language model");
    }

    private boolean isDisclosure(int at) {
        if (!DISCLOSURES.contains(text.key(at))) {
            return false;
        }
        int next = text.is(at + 1, "me") ? at + 2 : at + 1;
        return text.is(next, "your") && isInstruction(text.is(next + 1, "system") ? next + 2 : next + 1);
    }

    private boolean isInstruction(int at) {
        return text.is(at, "prompt") || text.is(at, "instructions");
    }
}
