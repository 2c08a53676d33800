package ibid.answer.extract;

import ibid.article.Article;
import ibid.language.Names;
import ibid.language.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a sentence that opens with a pronoun readable by itself: puts the person's name behind it in brackets where the sentence before
 * leaves no doubt who it is, else says how many sentences before it must be kept.
 */
record PronounResolution(String text, int keepBefore) {

    private static final Pattern PRONOUN = Pattern.compile(
            "^[“\"‘(]?(?:(?:And|But|Yet|So|Then|There|Even so|Still|In it|Later|Instead|Nevertheless|However|Meanwhile|Since then),?\\s+)?"
                    + "(?:(?<person>[Hh]e|[Ss]he|[Hh]is|[Hh]er)|[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir|[Tt]his|[Tt]hese|[Tt]hose|[Tt]hat|[Ss]uch|[Bb]oth|The (?:latter|former|two|move|decision|idea|same|ship|minister|plan))\\b");
    private static final int MOST_BEFORE = 2;

    /** @param at the sentence's place among all sentences of its article */
    static PronounResolution of(Article article, List<Span> sentences, int at) {
        String text = article.text().slice(sentences.get(at));
        Matcher pronoun = PRONOUN.matcher(text);
        if (at == 0 || !pronoun.find()) return new PronounResolution(text, 0);
        if (pronoun.group("person") != null) {
            Optional<String> person = onlyPerson(
                    article.text().slice(sentences.get(at - 1)), article.text().value());
            if (person.isPresent())
                return new PronounResolution(
                        text.substring(0, pronoun.end()) + " [" + person.get() + "]" + text.substring(pronoun.end()),
                        0);
        }
        int keep = 1;
        while (keep < MOST_BEFORE
                && at - keep > 0
                && PRONOUN.matcher(article.text().slice(sentences.get(at - keep)))
                        .find()) keep++;
        return new PronounResolution(text, keep);
    }

    /** Whether a sentence can be shown without the one before it. */
    static boolean standsAlone(Candidate candidate) {
        Article article = candidate.hit().article();
        return of(article, article.sentences(), article.sentences().indexOf(candidate.span()))
                        .keepBefore()
                == 0;
    }

    /** The one person named in the sentence, if it names exactly one and nothing else that could be one. */
    private static Optional<String> onlyPerson(String sentence, String article) {
        List<String> people = Names.in(sentence, article).stream()
                .map(Names.Name::text)
                .filter(name -> Names.isPerson(name, article))
                .distinct()
                .toList();
        return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
    }
}
