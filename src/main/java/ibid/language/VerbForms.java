package ibid.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An English verb in its forms, from a list of the verbs that questions and news use. A word of it may be a noun too;
 * only its place in a sentence tells.
 */
public record VerbForms(String base, String thirdPerson, String past, String participle, String gerund) {

    private static final String IRREGULAR = "* ";
    private static final String DOUBLED = "+";
    private static final Set<String> HISSING = Set.of("s", "x", "z", "sh", "ch", "o");
    private static final String VOWELS = "aeiou";
    private static final Map<String, VerbForms> BY_FORM = read();

    /** The verb that a word, in lower case, is a form of. */
    public static Optional<VerbForms> of(String word) {
        return Optional.ofNullable(BY_FORM.get(word));
    }

    /** The base form of a verb's form in lower case; another word itself. */
    public static String baseOf(String word) {
        return of(word).map(VerbForms::base).orElse(word);
    }

    public Set<String> all() {
        return new HashSet<>(List.of(base, thirdPerson, past, participle, gerund));
    }

    /** Whether a form can be its past tense: "left", "put". */
    public boolean isPast(String form) {
        return past.equals(form);
    }

    /** Whether the word is the base form of a known verb: "plan", but not "plans". */
    public static boolean isBase(String word) {
        return of(word).filter(verb -> verb.base.equals(word)).isPresent();
    }

    private static Map<String, VerbForms> read() {
        Map<String, VerbForms> byForm = new HashMap<>();
        for (String line : WordList.lines(VerbForms.class, "verb-forms.txt")) {
            if (line.startsWith(IRREGULAR)) {
                String[] forms = line.substring(IRREGULAR.length()).split(" ");
                add(byForm, verb(forms[0], forms[1], forms[2]));
            } else {
                for (String base : line.split(" ")) {
                    add(byForm, regular(base));
                }
            }
        }
        return Map.copyOf(byForm);
    }

    /** A form of two verbs is that of the first, but a base form is of its own: "found", "wound". */
    private static void add(Map<String, VerbForms> byForm, VerbForms verb) {
        byForm.put(verb.base, verb);
        byForm.putIfAbsent(verb.past, verb);
        byForm.putIfAbsent(verb.participle, verb);
        byForm.putIfAbsent(verb.thirdPerson, verb);
        byForm.putIfAbsent(verb.gerund, verb);
    }

    private static VerbForms regular(String entry) {
        String base = entry.replace(DOUBLED, "");
        String stem = entry.endsWith(DOUBLED) ? base + base.charAt(base.length() - 1) : base;
        String past = regularPast(stem);
        return new VerbForms(base, third(base), past, past, gerund(stem));
    }

    private static VerbForms verb(String base, String past, String participle) {
        String doubled = isShortWithOneVowel(base) ? base + base.charAt(base.length() - 1) : base;
        return new VerbForms(base, base.equals("have") ? "has" : third(base), past, participle, gerund(doubled));
    }

    private static String regularPast(String stem) {
        if (stem.endsWith("e")) {
            return stem + "d";
        }
        return endsInConsonantAndY(stem) ? withoutLast(stem) + "ied" : stem + "ed";
    }

    private static String third(String base) {
        if (endsInConsonantAndY(base)) {
            return withoutLast(base) + "ies";
        }
        return HISSING.stream().anyMatch(base::endsWith) ? base + "es" : base + "s";
    }

    private static String gerund(String stem) {
        return stem.endsWith("e") && !stem.endsWith("ee") ? withoutLast(stem) + "ing" : stem + "ing";
    }

    /** "win", "sit", "put": doubled in "winning". */
    private static boolean isShortWithOneVowel(String stem) {
        int length = stem.length();
        boolean isShort = length >= 3 && length <= 4 && "wxy".indexOf(stem.charAt(length - 1)) < 0;
        return isShort
                && !isVowel(stem.charAt(length - 1))
                && isVowel(stem.charAt(length - 2))
                && !isVowel(stem.charAt(length - 3));
    }

    private static boolean endsInConsonantAndY(String word) {
        return word.length() > 1 && word.endsWith("y") && !isVowel(word.charAt(word.length() - 2));
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    private static String withoutLast(String word) {
        return word.substring(0, word.length() - 1);
    }
}
