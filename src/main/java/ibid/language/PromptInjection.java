package ibid.language;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells sentences that speak to a language model from those that speak to readers: they are nobody's evidence and no model is to see them. */
public final class PromptInjection {

    private static final String POLITE =
            "^[\\s\"“‘'(\\[<-]*(?:(?:please|now|also|instead|important|note|assistant|ai|system|instruction)[,:]?\\s+|(?:you (?:must|should|will|are to)|always|never|do not|don't)\\s+)*";
    private static final String TASK =
            "(?:add|include|integrate|insert|modify|augment|enhance|replace|use|provide|convert|substitute|render|introduce|misspell|scramble|jumble|rearrange|anagram|remove|group|combine|write|begin|start|end|finish"
                    + "|respond|reply|answer|say|mention|append|prepend|translate|ignore|print|output|repeat|make|give|put|state|tell|adjust|alter|change|format|encode|embed|conclude|weave|spell)";
    private static final String REPLY =
            "\\byour\\s+(?:\\w+\\s+)?(?:answers?|responses?|reply|replies|outputs?|messages?)\\b";
    private static final Pattern TO_A_MODEL = Pattern.compile(
            "(?i)" + POLITE + "(?:" + TASK + "\\b.*" + REPLY + "|in\\s+" + REPLY + "\\s*,"
                    + "|(?:ignore|disregard|forget|override)\\s+(?:(?:all|any|the|your|every|of|these|those)\\s+)*(?:previous|prior|above|earlier|other|preceding|foregoing|original)\\b"
                    + "|you are (?:now )?(?:an? )?(?:\\w+ )?(?:ai|assistant|chatbot|language model)\\b|(?:reveal|print|repeat|show) (?:me )?your (?:system )?(?:prompt|instructions)\\b)",
            Pattern.DOTALL);

    private PromptInjection() {}

    /** A text without those of its sentences that speak to a model, fit to be put before one. */
    public static String without(String text, Stream<String> sentences) {
        return sentences.filter(PromptInjection::toAModel).reduce(text, (left, sentence) -> left.replace(sentence, ""));
    }

    public static boolean toAModel(String sentence) {
        return TO_A_MODEL.matcher(sentence).find();
    }
}
