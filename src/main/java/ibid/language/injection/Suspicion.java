package ibid.language.injection;

import java.util.Optional;

/** Why a sentence is kept from readers and from language models. */
public enum Suspicion {

    /** It gives orders to a language model, or asks the reader to sign in, call, pay or visit. */
    INSTRUCTION,
    /** It hides such words, or any words, behind a code, swapped letters or another alphabet. */
    DISGUISE,
    /** It belongs to an instruction that the sentence before it opens. */
    CONTINUATION;

    // Log-odds: of clean sentences of news, fewer than 1 in 500 have more; bench Injection.
    private static final double MIN_SCORE = 0.5;
    private static final double MIN_SCORE_OF_READING = 0;
    private static final int MIN_MIXED_WORDS = 2; // one may be a typing error on a bilingual keyboard

    /** The suspicion that a sentence raises by itself; empty for nearly every clean one. */
    public static Optional<Suspicion> of(String sentence) {
        if (isDisguised(sentence)) {
            return Optional.of(DISGUISE);
        }
        String seen = VisibleText.asSeen(sentence);
        if (isInstruction(seen, MIN_SCORE)) {
            return Optional.of(INSTRUCTION);
        }
        boolean hidesOne =
                DisguisedText.readings(seen).stream().anyMatch(it -> isInstruction(it, MIN_SCORE_OF_READING));
        return hidesOne ? Optional.of(DISGUISE) : Optional.empty();
    }

    private static boolean isInstruction(String words, double minScore) {
        return InjectionClassifier.INSTANCE.score(words) > minScore || ModelCommand.isIn(words);
    }

    private static boolean isDisguised(String sentence) {
        return !VisibleText.hidden(sentence).isBlank()
                || VisibleText.mixedWords(sentence).size() >= MIN_MIXED_WORDS
                || DisguisedText.decoded(sentence).isPresent();
    }
}
