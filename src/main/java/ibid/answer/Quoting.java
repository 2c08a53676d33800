package ibid.answer;

import ibid.corpus.Article;
import ibid.corpus.ArticleId;
import ibid.corpus.Span;
import ibid.retrieve.Ranking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The writer that needs no language model: answers in the articles' own sentences, word for word. What it adds stands visibly apart: a
 * name in brackets behind a pronoun, and the publisher before a claim. Stateless; threads may share it.
 */
public final class Quoting {

    /** The draft for a stand-alone question. */
    public Draft draft(String text, Ranking ranking) {
        Question question = Question.of(text, ranking);
        List<Question.Named> unknown = question.names().stream().filter(name -> unknown(name, ranking)).toList();
        boolean others = question.names().size() > unknown.size();
        if (!unknown.isEmpty() && !(others && listed(text))) return new Draft.Nothing("The articles do not mention " + inWords(unknown) + ".");
        List<Candidate> fit = Scoring.candidates(without(question, unknown), ranking).stream()
                .filter(candidate -> candidate.named() && candidate.score() >= Selection.THRESHOLD).toList();
        if (fit.isEmpty()) return new Draft.Nothing("None of the passages found answers the question.");
        List<Selection.Pick> picks = Selection.pick(fit, question.wanted().sentences());
        return new Draft.Written(sentences(picks), unknown.isEmpty() ? "" : "The articles do not mention " + inWords(unknown) + ".");
    }

    private static boolean unknown(Question.Named name, Ranking ranking) {
        return name.unknown(term -> ranking.terms().stream().anyMatch(asked -> asked.term().equals(term) && asked.passages() == 0));
    }

    /** Whether the question asks about several things side by side, so that one can be answered without the other. */
    private static boolean listed(String text) {
        return text.matches("(?is).*(\\band\\b|\\bor\\b|,|&).*");
    }

    private static Question without(Question question, List<Question.Named> unknown) {
        return unknown.isEmpty() ? question : new Question(question.text(), question.wanted(), question.terms(),
                question.names().stream().filter(name -> !unknown.contains(name)).toList());
    }

    private static String inWords(List<Question.Named> names) {
        return names.stream().map(Question.Named::text).distinct().collect(Collectors.joining(" or "));
    }

    private record Place(ArticleId article, Span sentence) {}

    private static List<DraftSentence> sentences(List<Selection.Pick> picks) {
        List<DraftSentence> sentences = new ArrayList<>();
        Set<Place> shown = new HashSet<>();
        Set<String> introduced = new HashSet<>();
        for (Selection.Pick pick : picks) {
            Article article = pick.main().hit().article();
            List<Span> all = article.sentences();
            int at = all.indexOf(pick.main().span());
            if (shown.contains(new Place(article.id(), all.get(at)))) continue;   // kept before another one already
            Opening opening = Opening.of(article, all, at);
            int first = at - opening.keepBefore();
            while (first < at && shown.contains(new Place(article.id(), all.get(first)))) first++;
            Citation own = new Citation(pick.main().hit(), all.get(first).to(all.get(at)));
            for (int before = first; before < at; before++) sentences.add(sentence(article, article.text().slice(all.get(before)), List.of(own), introduced));
            sentences.add(sentence(article, opening.text(), Stream.concat(Stream.of(own),
                    pick.copies().stream().map(copy -> new Citation(copy.hit(), copy.span()))).toList(), introduced));
            all.subList(first, at + 1).forEach(span -> shown.add(new Place(article.id(), span)));
        }
        return sentences;
    }

    private static DraftSentence sentence(Article article, String text, List<Citation> citations, Set<String> introduced) {
        if (!Voice.needsName(text)) return new DraftSentence(text, citations);
        return new DraftSentence(Voice.lead(article.imprint(), introduced.add(article.id().value()), text), citations);
    }
}
