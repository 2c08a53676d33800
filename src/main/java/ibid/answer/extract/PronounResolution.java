package ibid.answer.extract;

import ibid.answer.rank.ScoredCandidate;
import ibid.article.Article;
import ibid.language.Names;
import ibid.language.Span;
import ibid.language.Text;
import java.util.List;
import java.util.Optional;

/**
 * Makes a sentence that begins with a pronoun understandable by itself. Adds the person's name in brackets if the
 * sentence before names exactly one person; else says how many sentences before it must be kept.
 */
record PronounResolution(String text, int sentencesBefore) {

    private static final int MAX_SENTENCES_BEFORE = 2;

    /** @param at index of the sentence in its article */
    static PronounResolution of(Article article, List<Span> sentences, int at) {
        String text = article.text().slice(sentences.get(at));
        Optional<PronounOpening> opening = PronounOpening.of(text);
        if (at == 0 || opening.isEmpty()) {
            return new PronounResolution(text, 0);
        }
        Span before = sentences.get(at - 1);
        return opening.filter(PronounOpening::isPerson)
                .flatMap(pronoun -> findOnlyPerson(article.text(), before))
                .map(person -> named(text, opening.get().end(), person))
                .orElseGet(() -> new PronounResolution(text, countSentencesBefore(article, sentences, at)));
    }

    private static PronounResolution named(String text, int pronounEnd, String person) {
        String named = text.substring(0, pronounEnd) + " [" + person + "]" + text.substring(pronounEnd);
        return new PronounResolution(named, 0);
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

    /** The person named in the sentence, if it names exactly one and nothing else that may be a person. */
    private static Optional<String> findOnlyPerson(Text article, Span sentence) {
        String whole = article.value();
        List<String> people = Names.in(article.slice(sentence), whole).stream()
                .map(Names.Name::text)
                .filter(name -> Names.isPerson(name, whole))
                .distinct()
                .toList();
        return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
    }
}
