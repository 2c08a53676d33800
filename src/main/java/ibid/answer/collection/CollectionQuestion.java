package ibid.answer.collection;

import ibid.search.ArticleSearch;

/** What is asked about the collection itself. */
sealed interface CollectionQuestion {

    /** How many articles. */
    record Count(ArticleChoice choice) implements CollectionQuestion {}

    /** Which articles, or which are new. */
    record Listing(ArticleChoice choice) implements CollectionQuestion {}

    /**
     * The newest or the oldest articles.
     *
     * @param max how many at most
     */
    record Extreme(ArticleChoice choice, ArticleSearch.Order order, int max) implements CollectionQuestion {}

    /** From when to when the articles run. */
    record Period(ArticleChoice choice) implements CollectionQuestion {}

    /** Who publishes them. */
    record Publishers(ArticleChoice choice) implements CollectionQuestion {}

    /** Who writes them. */
    record Authors(ArticleChoice choice) implements CollectionQuestion {}

    /** What one article says. */
    record Summary(ArticleChoice choice) implements CollectionQuestion {}

    /** What an article says, if the words are a title; else the question is about something else. */
    record SummaryOfTitle(String title) implements CollectionQuestion {}

    /** What the newest or the oldest of the articles says. */
    record ExtremeSummary(ArticleChoice choice, ArticleSearch.Order order) implements CollectionQuestion {}

    /** Where the articles contradict each other. */
    record Disagreements(ArticleChoice choice) implements CollectionQuestion {}

    /** What was corrected. */
    record Corrections(ArticleChoice choice) implements CollectionQuestion {}

    /**
     * Whom the articles name as the source of something.
     *
     * @param claim      what the source is asked for
     * @param isOfAgency whether a news agency is asked for
     */
    record CitedSource(String claim, boolean isOfAgency) implements CollectionQuestion {}

    /** What an article's own note tells of a work that it cites. */
    enum Detail {
        AUTHOR,
        TITLE,
        ACCESSED
    }

    /** Who wrote a cited work, its title, or when it was read. */
    record CitedWork(String words, Detail detail) implements CollectionQuestion {}

    /** When the article with these words in its title, or about them, was published. */
    record PublicationDay(String words) implements CollectionQuestion {}
}
