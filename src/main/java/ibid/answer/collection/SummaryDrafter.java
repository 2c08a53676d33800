package ibid.answer.collection;

import ibid.article.Article;
import ibid.article.Block;
import ibid.index.IndexSnapshot;
import ibid.language.Lexemes;
import ibid.language.Span;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Drafts what one article says: the sentence it begins with, and of each section the one nearest to what the section
 * and the article are about (centroid summarisation; Radev et al., 2004). One use.
 */
final class SummaryDrafter {

    private static final int MAX_SECTIONS = 9;
    private static final int MIN_WORDS = 6;
    private static final int MAX_WORDS = 60;
    private static final int FEW_SECTIONS = 4; // sections so long have two sentences each
    private static final double HEADING_WEIGHT = 2; // a heading says what its section is about
    private static final double OPENING_BONUS = 1.5; // the first sentence of a section mostly says what it is about

    private final Article article;
    private final Map<String, Integer> frequencies = new HashMap<>();

    /** @param sentences of the section, in order */
    private record Section(String heading, List<Span> sentences) {}

    private SummaryDrafter(Article article) {
        this.article = article;
        for (Span sentence : article.sentences()) {
            for (String term : terms(sentence)) {
                frequencies.merge(term, 1, Integer::sum);
            }
        }
    }

    static ArticleRowsDraft of(Article article, IndexSnapshot snapshot) {
        ArticleRows rows = new ArticleRows(snapshot);
        rows.addLead(article, ArticleRows.name(article));
        new SummaryDrafter(article).addSections(rows);
        return new ArticleRowsDraft(rows, ArticleRows.name(article));
    }

    private Set<String> terms(Span sentence) {
        return new HashSet<>(IndexTerms.of(article.text().slice(sentence)));
    }

    private void addSections(ArticleRows rows) {
        Optional<Span> lead = LeadSentence.of(article);
        List<Section> sections = sections();
        for (Section section : sections.subList(0, Math.min(MAX_SECTIONS, sections.size()))) {
            boolean isLeadSection = lead.isPresent() && section.sentences().contains(lead.get());
            if (!isLeadSection || sections.size() == 1) {
                for (Span best : best(section, lead, sections.size() <= FEW_SECTIONS ? 2 : 1)) {
                    rows.add(section.heading(), article, best);
                }
            }
        }
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        String heading = "";
        List<Span> open = new ArrayList<>();
        for (Block block : article.blocks()) {
            if (block.kind() == Block.Kind.HEADING) {
                close(heading, open, sections);
                heading = article.usableHeading(block);
                open = new ArrayList<>();
            } else if (block.kind() == Block.Kind.PARAGRAPH) {
                open.addAll(article.sentencesIn(block));
            }
        }
        close(heading, open, sections);
        return sections;
    }

    private static void close(String heading, List<Span> open, List<Section> sections) {
        if (!open.isEmpty()) {
            sections.add(new Section(heading, open));
        }
    }

    /** The best of a section, in its order. */
    private List<Span> best(Section section, Optional<Span> lead, int max) {
        Set<String> heading = new HashSet<>(IndexTerms.of(section.heading()));
        Map<Span, Double> scores = new LinkedHashMap<>();
        for (Span sentence : section.sentences()) {
            boolean opens = scores.isEmpty();
            double score = score(sentence, heading) * (opens ? OPENING_BONUS : 1);
            if (score > 0 && !lead.equals(Optional.of(sentence))) {
                scores.put(sentence, score);
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Span, Double>comparingByValue().reversed())
                .limit(max)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    /** 0 for one that cannot be shown by itself. */
    private double score(Span sentence, Set<String> heading) {
        String text = article.text().slice(sentence);
        int words = new Lexemes(text).size();
        if (words < MIN_WORDS || words > MAX_WORDS || text.endsWith("?") || !LeadSentence.standsAlone(text)) {
            return 0;
        }
        double sum = 0;
        for (String term : terms(sentence)) {
            double weight = Math.log(frequencies.getOrDefault(term, 1));
            sum += heading.contains(term) ? HEADING_WEIGHT + weight : weight;
        }
        return sum / Math.sqrt(words);
    }
}
