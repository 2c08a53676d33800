package ibid.read;

import ibid.article.CorrectionNotice;
import ibid.language.CharRuns;
import ibid.language.Lexemes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises the blocks in which an article says that it was corrected or brought up to date. */
final class CorrectionRecognizer {

    private static final int MAX_NOTICE_CHARS = 900; // a longer block is an article about corrections
    private static final int MAX_LABEL_CHARS = 40; // "Correction, 3 March 2025, 5.30 p.m.:"
    private static final Set<String> OWN = Set.of("we", "our", "us");
    private static final Set<String> CORRECTION_LABELS = Set.of(
            "correction",
            "corrections",
            "clarification",
            "clarifications",
            "corrected",
            "erratum",
            "errata",
            "corrigendum",
            "corrigenda",
            "retraction",
            "retractions",
            "retracted");
    private static final Set<String> AFTER_CORRECTION = Set.of("on", "was", "and");
    private static final Set<String> UPDATE_LABELS = Set.of("update", "updated");
    private static final Set<String> AFTER_UPDATE = Set.of("on", "at", "to", "with");
    private static final List<String> ARTICLE_NOUNS = List.of("article", "story", "report", "piece", "post");
    private static final List<String> EDITOR_LABELS = List.of(
            "editor's note",
            "editors' note",
            "editor note",
            "editors note",
            "note from the editor",
            "note from the editors",
            "note by the editor",
            "note by the editors");

    private CorrectionRecognizer() {}

    /**
     * What kind of notice a block is, if it is one.
     *
     * @param target the article that the block names
     */
    static Optional<CorrectionNotice.Kind> kindOf(String words, Optional<CorrectionNotice.Target> target) {
        if (words.length() > MAX_NOTICE_CHARS) {
            return Optional.empty();
        }
        String text = words.toLowerCase(Locale.ROOT).replace('’', '\'');
        boolean namesOther = target.isPresent() && target.get().isOther();
        if (namesOther && admitsError(text)) {
            return Optional.of(CorrectionNotice.Kind.CORRECTION);
        }
        return kind(text.substring(firstWord(text)));
    }

    /** Whether the article of that title is a correction as a whole. */
    static boolean isCorrectionTitle(String title) {
        String text = title.toLowerCase(Locale.ROOT).replace('’', '\'');
        String label = word(text, 0);
        String rest = text.substring(label.length()).stripLeading();
        boolean isLabelled = CORRECTION_LABELS.contains(label) && (rest.isEmpty() || opensTitle(rest));
        return isLabelled || admitsError(text);
    }

    private static boolean opensTitle(String rest) {
        return opensNotice(rest, ":.,(—–-", Set.of("and", "to", "on"));
    }

    /** Whether an outlet says of itself that it was wrong: "we got the price wrong", "our report was in error". */
    private static boolean admitsError(String text) {
        Lexemes words = new Lexemes(text);
        boolean isOwn = false;
        for (int at = 0; at < words.size(); at++) {
            isOwn |= OWN.contains(words.key(at));
            if (isOwn && NoticeCue.ERROR.has(words.key(at))) {
                return true;
            }
        }
        return false;
    }

    /** The words behind "Correction:" or "Corrected 3 March:"; all where there is no such label. */
    static String withoutLabel(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        int start = firstWord(text);
        int colon = words.indexOf(':');
        boolean isLabel = CORRECTION_LABELS.contains(word(text, start)) && colon >= 0 && colon <= MAX_LABEL_CHARS;
        return isLabel ? words.substring(colon + 1).strip() : words;
    }

    private static Optional<CorrectionNotice.Kind> kind(String opening) {
        if (isCorrection(opening)) {
            return Optional.of(CorrectionNotice.Kind.CORRECTION);
        }
        if (isUpdate(opening)) {
            return Optional.of(CorrectionNotice.Kind.UPDATE);
        }
        return isEditorsNote(opening) ? Optional.of(CorrectionNotice.Kind.EDITOR) : Optional.empty();
    }

    private static boolean isCorrection(String text) {
        String label = word(text, 0);
        String rest = text.substring(label.length()).stripLeading();
        if (CORRECTION_LABELS.contains(label) && opensNotice(rest, ":.(—–-", AFTER_CORRECTION)) {
            return true;
        }
        return ARTICLE_NOUNS.stream().anyMatch(noun -> tellsOfCorrection(text, noun));
    }

    private static boolean tellsOfCorrection(String text, String noun) {
        boolean namesEarlier = holdsPhrase(text, "earlier version of this " + noun)
                || holdsPhrase(text, "earlier edition of this " + noun);
        return namesEarlier
                || endOfStatement(text, noun, "corrected") >= 0
                || endOfStatement(text, noun, "amended") >= 0;
    }

    private static boolean isUpdate(String text) {
        String label = word(text, 0);
        if (UPDATE_LABELS.contains(label) && opensUpdate(text.substring(label.length()))) {
            return true;
        }
        return ARTICLE_NOUNS.stream()
                .filter(noun -> text.startsWith("this " + noun))
                .anyMatch(noun -> tellsOfUpdate(text, noun, "updated") || tellsOfUpdate(text, noun, "revised"));
    }

    private static boolean tellsOfUpdate(String text, String noun, String verb) {
        int end = endOfStatement(text, noun, verb);
        return end >= 0 && opensUpdate(text.substring(end));
    }

    private static boolean opensUpdate(String rest) {
        return opensNotice(rest.stripLeading(), ":.(—–-,", AFTER_UPDATE);
    }

    /** Whether the text after a label confirms it: a stop, a figure or one of the words. */
    private static boolean opensNotice(String rest, String stops, Set<String> words) {
        if (rest.isEmpty()) {
            return false;
        }
        char first = rest.charAt(0);
        return stops.indexOf(first) >= 0 || Character.isDigit(first) || words.contains(word(rest, 0));
    }

    private static boolean isEditorsNote(String text) {
        for (String label : EDITOR_LABELS) {
            if (text.startsWith(label) && endsAt(text, label.length())) {
                return true;
            }
        }
        return false;
    }

    /** Where "this story has been corrected" or "this story was corrected" ends; -1 if the text does not contain it. */
    private static int endOfStatement(String text, String noun, String verb) {
        for (String auxiliary : List.of("has been ", "was ")) {
            String statement = "this " + noun + " " + auxiliary + verb;
            if (holdsPhrase(text, statement)) {
                return text.indexOf(statement) + statement.length();
            }
        }
        return -1;
    }

    private static boolean holdsPhrase(String text, String phrase) {
        int at = text.indexOf(phrase);
        return at >= 0 && startsAt(text, at) && endsAt(text, at + phrase.length());
    }

    private static boolean startsAt(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static boolean endsAt(String text, int at) {
        return at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static int firstWord(String text) {
        return CharRuns.end(text, 0, sign -> !Character.isLetterOrDigit(sign));
    }

    private static String word(String text, int start) {
        int end = start;
        while (!endsAt(text, end)) {
            end++;
        }
        return text.substring(start, end);
    }
}
