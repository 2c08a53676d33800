package ibid.answer.stance;

import ibid.answer.question.QuestionName;
import ibid.answer.rank.Candidate;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.search.IndexTerms;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the sentences in which somebody speaks or acts from those in which he is only spoken of. */
record Voice(QuestionName name) {

    /** "Korea" alone does not tell which. */
    private static final Set<String> DIRECTIONS = Set.copyOf(IndexTerms.of("north south east west new"));

    boolean isIn(Candidate sentence) {
        String text = sentence.text();
        Optional<Speaker> speaker = Speaker.of(text);
        if (speaker.isPresent() && !speaker.get().isPronoun()) {
            return isMeant(speaker.get().name()) || isMeant(text) && SpeechFilter.ties(name, speaker.get(), text);
        }
        boolean goesOn = speaker.isPresent() && firstName(text).isEmpty();
        return leads(text)
                || goesOn && Opinions.textBefore(sentence).filter(this::leads).isPresent();
    }

    /** Whether it is the first that the text names: "China, more than anyone, made ...". */
    private boolean leads(String text) {
        return isMeant(firstName(text));
    }

    /** The first run of capitalised words, also at the beginning; empty where there is none. */
    private static String firstName(String text) {
        Lexemes words = new Lexemes(text);
        int start = 0;
        while (start < words.size() && !isOfName(words, start)) {
            start++;
        }
        int end = start;
        while (end < words.size() && isOfName(words, end)) {
            end++;
        }
        return words.slice(start, end);
    }

    private static boolean isOfName(Lexemes words, int at) {
        return words.isCapitalised(at) && !Names.isCommon(words.key(at));
    }

    private boolean isMeant(String text) {
        List<String> terms = IndexTerms.of(text);
        String first = name.terms().getFirst();
        boolean isWhich = !DIRECTIONS.contains(first) || terms.contains(first);
        return isWhich && name.isMeantBy(terms::contains);
    }
}
