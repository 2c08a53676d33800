package ibid.answer.match;

import ibid.answer.question.AnswerExtent;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.WordList;
import java.util.List;
import java.util.Set;

/**
 * Finds the words that belong to a name: the title before a person's, the region behind a place's, the other members
 * of an enumeration, as "Prime Minister Keir Starmer", "Altadena, California", "Japan, Fiji and the Philippines".
 */
final class NameExtent {

    private static final Set<String> TITLES = WordList.read(NameExtent.class, "person-titles.txt");
    private static final Set<String> ENUMERATION = Set.of(",", "and", "or", "&", ", and", ", or", "as well as");
    private static final Set<String> WITHIN = Set.of(",", "in", "near", "outside", "on", "off", "at", "'s", "’s");

    private final String sentence;
    private final List<Names.Name> names;

    /** @param names those that may belong together, in order */
    NameExtent(String sentence, List<Names.Name> names) {
        this.sentence = sentence;
        this.names = names;
    }

    /** A person with title, and with those named beside. */
    AnswerExtent person(int at) {
        AnswerExtent all = members(at);
        return AnswerExtent.of(sentence, startWithTitle(all.start()), all.end());
    }

    /** A place with the region it is in, or with the other places named beside it. */
    AnswerExtent place(int at) {
        AnswerExtent all = members(at);
        if (all.start() < names.get(at).start() || all.end() > names.get(at).end()) {
            return all;
        }
        int first = at;
        while (first > 0 && WITHIN.contains(between(first - 1, first))) {
            first--;
        }
        int last = at;
        while (last + 1 < names.size() && WITHIN.contains(between(last, last + 1))) {
            last++;
        }
        return AnswerExtent.of(
                sentence, names.get(first).start(), names.get(last).end());
    }

    /** The whole enumeration that the name is a member of; names with commas only are none: "Altadena, California". */
    AnswerExtent members(int at) {
        int first = at;
        while (first > 0 && ENUMERATION.contains(between(first - 1, first))) {
            first--;
        }
        int last = at;
        while (last + 1 < names.size() && ENUMERATION.contains(between(last, last + 1))) {
            last++;
        }
        boolean isEnumeration = false;
        for (int next = first; next < last; next++) {
            isEnumeration |= !between(next, next + 1).equals(",");
        }
        if (!isEnumeration) {
            return new AnswerExtent(names.get(at).text(), names.get(at).start());
        }
        return AnswerExtent.of(
                sentence, names.get(first).start(), names.get(last).end());
    }

    static boolean isTitle(String word) {
        return TITLES.contains(word);
    }

    /** The words between two names, without "the". */
    private String between(int one, int other) {
        String between = sentence.substring(
                names.get(one).end(),
                Math.max(names.get(one).end(), names.get(other).start()));
        String words = between.strip();
        return words.endsWith("the")
                ? words.substring(0, words.length() - "the".length()).strip()
                : words;
    }

    private int startWithTitle(int start) {
        Lexemes before = new Lexemes(sentence.substring(0, start));
        int from = before.size();
        int title = titleBefore(before, from);
        while (title < from) {
            from = title;
            title = titleBefore(before, from);
        }
        return from == before.size() ? start : before.start(from);
    }

    /** The place of the title that ends there, its full stop included; the place itself where none does. */
    private static int titleBefore(Lexemes words, int end) {
        int at = words.isGlued(end - 1, ".") || words.isGlued(end - 1, "-") ? end - 2 : end - 1;
        boolean ofState = words.phrase(at - 1, 2).equals("of state");
        if (ofState) {
            return titleBefore(words, at - 1);
        }
        return TITLES.contains(words.key(at)) ? at : end;
    }
}
