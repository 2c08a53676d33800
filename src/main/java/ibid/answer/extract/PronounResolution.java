package ibid.answer.extract;

import ibid.answer.rank.ScoredCandidate;
import ibid.article.Article;
import ibid.language.Lexemes;
import ibid.language.MonthNames;
import ibid.language.Span;
import java.util.List;
import java.util.Optional;

/**
 * Makes a sentence with a pronoun understandable by itself. Adds in brackets what it refers to if the sentences
 * before leave no doubt; else says how many sentences before it must be kept.
 */
record PronounResolution(String text, int sentencesBefore) {

    private static final int MAX_SENTENCES_BEFORE = 2;
    private static final int MAX_WORDS_TO_PRONOUN = 6; // "On 10 December 2024 he"

    /** @param at index of the sentence in its article */
    static PronounResolution of(Article article, List<Span> sentences, int at) {
        String text = article.text().slice(sentences.get(at));
        Optional<PronounOpening> opening = PronounOpening.of(text);
        if (at == 0) {
            return new PronounResolution(text, 0);
        }
        Antecedent antecedent = new Antecedent(article, sentences);
        if (opening.isEmpty()) {
            return new PronounResolution(withPersonWithin(text, antecedent, at), 0);
        }
        int end = opening.get().end();
        return antecedent
                .of(text.substring(opening.get().start(), end), at)
                .map(name -> new PronounResolution(named(text, end, name), 0))
                .orElseGet(() -> new PronounResolution(text, countSentencesBefore(article, sentences, at)));
    }

    /** "On 10 December he told the committee": a pronoun before which the sentence names nobody. */
    private static String withPersonWithin(String text, Antecedent antecedent, int at) {
        Lexemes words = new Lexemes(text);
        for (int word = 1; word < Math.min(words.size(), MAX_WORDS_TO_PRONOUN); word++) {
            if (words.isCapitalised(word) && !MonthNames.isEnglishName(words.key(word))
                    || !words.isAlphanumeric(word)) {
                return text;
            }
            if (words.isOneOf(word, Antecedent.SUBJECTS)) {
                int end = words.end(word);
                return antecedent
                        .of(words.key(word), at)
                        .map(name -> named(text, end, name))
                        .orElse(text);
            }
        }
        return text;
    }

    private static String named(String text, int pronounEnd, String name) {
        return text.substring(0, pronounEnd) + " [" + name + "]" + text.substring(pronounEnd);
    }

    private static int countSentencesBefore(Article article, List<Span> sentences, int at) {
        int before = 1;
        while (before < MAX_SENTENCES_BEFORE && before < at) {
            String text = article.text().slice(sentences.get(at - before));
            if (PronounOpening.of(text).isEmpty()) {
                break;
            }
            before++;
        }
        return before;
    }

    /** Whether a sentence can be shown without the one before it. */
    static boolean standsAlone(ScoredCandidate candidate) {
        Article article = candidate.hit().article();
        List<Span> sentences = article.sentences();
        int at = sentences.indexOf(candidate.span());
        return of(article, sentences, at).sentencesBefore() == 0;
    }
}
