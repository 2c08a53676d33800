package ibid.ask.llm;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.answer.WritingTask;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.language.QuestionLanguage;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a model's sentence is about the question. That an article supports a sentence is not enough: whoever wrote
 * the article may have put it there for every reader. One instance an answer.
 */
final class RelevanceGate {

    private final QuestionAnalysis question;
    private final boolean isEnglish;
    private final Map<ArticleId, Set<String>> articles = new HashMap<>(); // the terms of each
    private String before = "";

    RelevanceGate(WritingTask task) {
        question = QuestionAnalysis.of(task.question(), task.together());
        isEnglish = QuestionLanguage.isEnglish(task.question());
    }

    /**
     * An article cited mentions one of the question's names, if it has any; and the sentence, the one before it, the
     * words cited or their title share a term with the question. Terms of another language than English, that of the
     * index, are not compared.
     */
    boolean admits(DraftSentence sentence) {
        boolean admitted = sentence.citations().stream().anyMatch(citation -> isAbout(sentence, citation));
        before = admitted ? sentence.text() : before;
        return admitted;
    }

    private boolean isAbout(DraftSentence sentence, Citation citation) {
        return mentionsName(citation.hit().article()) && (!isEnglish || sharesTerm(sentence, citation));
    }

    private boolean mentionsName(Article article) {
        List<QuestionName> names = question.names();
        if (names.isEmpty()) {
            return true;
        }
        Set<String> terms = articles.computeIfAbsent(article.id(), id -> terms(article));
        return names.stream().anyMatch(name -> name.isMeantBy(terms::contains));
    }

    private static Set<String> terms(Article article) {
        return new HashSet<>(IndexTerms.of(article.imprint().title() + "\n" + article.usableText()));
    }

    private boolean sharesTerm(DraftSentence sentence, Citation citation) {
        Hit hit = citation.hit();
        String words = String.join(
                "\n",
                sentence.text(),
                before,
                citation.words(),
                hit.article().imprint().title(),
                hit.passage().heading());
        Set<String> terms = new HashSet<>(IndexTerms.of(words));
        return question.terms().isEmpty()
                || question.terms().stream().map(QueryTerm::term).anyMatch(terms::contains);
    }
}
