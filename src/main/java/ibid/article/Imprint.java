package ibid.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where an article comes from: title, author, publisher, date and address. Unknown text is empty.
 *
 * @param published ISO date or empty
 * @param basis     source of the date
 */
public record Imprint(
        String title,
        String author,
        String publisher,
        String published,
        DateBasis basis,
        String url,
        String language,
        List<String> topics) {

    /**
     * STATED by the article or its page; NOTES: not stated, the latest access date in the article's own notes; NONE:
     * unknown.
     */
    public enum DateBasis {
        STATED,
        NOTES,
        NONE
    }

    public Imprint {
        topics = List.copyOf(topics);
        if (published.isEmpty() != (basis == DateBasis.NONE)) {
            throw new IllegalArgumentException("date and its basis disagree");
        }
        if (!published.isEmpty()) {
            LocalDate.parse(published);
        }
    }

    public Optional<LocalDate> publishedOn() {
        return published.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(published));
    }

    /** The name to give as the source of a claim: the publisher, else the author, else the title. */
    public String voice() {
        if (!publisher.isEmpty()) {
            return publisher;
        }
        return author.isEmpty() ? "“" + title + "”" : author;
    }
}
