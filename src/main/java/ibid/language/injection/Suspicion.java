package ibid.language.injection;

import ibid.language.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a sentence is kept from readers and from language models. */
public enum Suspicion {

    /** It gives orders to a language model, or asks the reader to sign in, call, pay or visit. */
    INSTRUCTION,
    /** It hides such words, or any words, behind a code, swapped letters or another alphabet. */
    DISGUISE,
    /** It belongs to an instruction that the sentence before it opens. */
    CONTINUATION;

    // Log-odds. With these, bench Injection holds back fewer than 1 in 500 sentences of clean news. Articles about
    // chatbots score higher; what orders have and they have not is in order-patterns.txt.
    private static final double MIN_SCORE = 1;
    /** Of so few the model takes "Sample text" and "Name: Ida Rao" for orders; real ones have patterns of their own. */
    private static final double MIN_SCORE_OF_FEW_WORDS = 3.5;

    /** Papers speak of prompts, orders and answers without giving any. */
    private static final double MIN_SCORE_OF_ACCOUNT = 6;

    private static final int FEW_LETTERS = 24;
    private static final int MAX_TERM_WORDS = 2; // "Output Head", "User Instructions": headings of papers on models
    private static final int MIN_LETTERS = 6; // "Buy now"; of fewer the model knows nothing
    private static final int LETTERS_OF_IDEOGRAPH = 3;
    private static final List<String> EDITORIAL_LABELS = WordList.lines(Suspicion.class, "editorial-labels.txt");
    private static final int MIN_MIXED_WORDS = 2; // one may be a typing error on a bilingual keyboard

    /** The suspicion that a sentence raises by itself; empty for nearly every clean one. */
    public static Optional<Suspicion> of(String sentence) {
        if (isDisguised(sentence)) {
            return Optional.of(DISGUISE);
        }
        String seen = ShownText.asSeen(sentence);
        if (isInstruction(seen)) {
            return Optional.of(INSTRUCTION);
        }
        boolean hidesOne = DisguisedText.readings(seen).stream().anyMatch(Suspicion::isInstruction);
        return hidesOne ? Optional.of(DISGUISE) : Optional.empty();
    }

    /** Whether an instruction says that what it wants told follows: "The reply is this." */
    public static boolean announcesMore(String sentence) {
        return OrderPattern.announces(ShownText.asSeen(sentence));
    }

    private static boolean isInstruction(String words) {
        return letters(words) >= MIN_LETTERS
                && (scoresHigh(words)
                        || ModelCommand.isIn(words)
                        || OrderPattern.isIn(words)
                        || ModelCommand.overrides(words));
    }

    private static boolean scoresHigh(String words) {
        boolean isShort = letters(words) < FEW_LETTERS;
        boolean isTerm = isShort && words.strip().split("\\s+").length <= MAX_TERM_WORDS && !endsSentence(words);
        double minScore = isShort ? MIN_SCORE_OF_FEW_WORDS : MIN_SCORE;
        double score = isTerm ? minScore : InjectionClassifier.INSTANCE.score(withoutLabel(words));
        return score > minScore && (score > MIN_SCORE_OF_ACCOUNT || !Account.isOne(words));
    }

    private static boolean endsSentence(String words) {
        String text = words.strip();
        return !Character.isLetterOrDigit(text.charAt(text.length() - 1));
    }

    /** Without "Correction:" or "Editor's note:", which lines of editors begin with as orders do with other words. */
    private static String withoutLabel(String words) {
        int colon = words.indexOf(':');
        boolean isLabelled = colon > 0
                && EDITORIAL_LABELS.contains(words.substring(0, colon).strip().toLowerCase(Locale.ROOT));
        return isLabelled ? words.substring(colon + 1).strip() : words;
    }

    private static int letters(String words) {
        int letters = (int) words.codePoints().filter(Character::isLetter).count();
        int ideographs =
                (int) words.codePoints().filter(Character::isIdeographic).count();
        return letters + (LETTERS_OF_IDEOGRAPH - 1) * ideographs;
    }

    private static boolean isDisguised(String sentence) {
        return !ShownText.hidden(sentence).isBlank()
                || ShownText.mixedWords(sentence).size() >= MIN_MIXED_WORDS
                || EscapedLetters.areIn(sentence)
                || UnreadableSigns.areIn(sentence)
                || SpelledLetters.areIn(sentence)
                || DisguisedText.decoded(sentence).isPresent();
    }
}
