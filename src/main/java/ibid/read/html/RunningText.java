package ibid.read.html;

import ibid.IbidException;
import ibid.article.Block;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.WordCount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the running text of a page: without everything that may be boilerplate, and where that leaves little, without
 * what certainly is, and at last as Readability finds it. A later result is taken only if it has much more prose and
 * all the prose of the one before, so that comments never replace a short article.
 */
final class RunningText {

    private static final int MIN_WORDS = 120; // of prose: with fewer, another way of reading is tried
    private static final double MIN_GAIN = 2; // times the prose of the result before
    private static final int MIN_GAINED_WORDS = 50; // where the result before has some
    private static final int MIN_WORDS_OF_FEW = 20; // of prose beside an article that the page marks
    private static final int MIN_FIRST_WORDS = 12; // where it has none

    private static final int MIN_LINKS = 4; // of a list that is the article
    private static final int MIN_WORDS_OF_LINK = 4; // on average; fewer are those of a menu
    private static final int MIN_LINKS_PER_WORD = 4; // words of links for each of other prose
    private static final double MAX_TEXT_LINKS = 0.5; // share of a line's letters
    private static final int MAX_LINES_OF_HEAD = 10; // from the headline to the text: byline, date, credit, buttons
    private static final int MAX_LEADS = 2;
    private static final int MIN_LEAD_WORDS = 8;
    private static final double MAX_LEAD_LINKS = 0.3; // share of its letters

    private final Document page;
    private final String title;
    private final String pageTitle; // with the name of the site; Jsoup looks for it each time
    private final Set<String> leads;
    private final boolean liveBlog;

    /**
     * @param all  every strip of the page, in its order
     * @param main those of the article
     * @param exact whether the page marks its element as exactly the article
     * @param instead what the site says instead of an article, if it has no other text
     */
    record Found(List<PageWalker.Stretch> all, List<MainText.Strip> main, boolean exact, String instead) {

        private Found(List<PageWalker.Stretch> all, List<MainText.Strip> main, boolean exact) {
            this(all, main, exact, "");
        }

        private int words() {
            return main.stream()
                    .filter(RunningText::isText)
                    .mapToInt(MainText.Strip::words)
                    .sum();
        }

        /** The text that the page's metadata state, where the page itself shows none; else a fault if it has prose. */
        Found orElse(List<String> stated) {
            if (main.stream().anyMatch(strip -> strip.kind() != Block.Kind.HEADING)) {
                return this;
            }
            if (stated.isEmpty()) {
                checkLeftOut();
                return this;
            }
            List<MainText.Strip> text = stated.stream()
                    .map(line -> new MainText.Strip(Block.Kind.PARAGRAPH, line, 0, ""))
                    .toList();
            List<PageWalker.Stretch> whole = new ArrayList<>(all);
            text.forEach(strip -> whole.add(new PageWalker.Stretch(strip, true, false)));
            return new Found(whole, text, true);
        }

        private void checkLeftOut() {
            int words = all.stream()
                    .map(PageWalker.Stretch::strip)
                    .filter(RunningText::isLead)
                    .mapToInt(MainText.Strip::words)
                    .sum();
            if (words >= MIN_WORDS) {
                throw notFound("no article found, although " + words + " words of prose were left out as boilerplate;"
                        + " if one of them is the article, save it from the browser's reading view");
            }
            if (!instead.isEmpty()) {
                throw notFound("the page was saved without its text; it says “" + instead
                        + "”: open its address in a browser, wait until the text is there, and save it again");
            }
        }

        private static IbidException notFound(String why) {
            return new IbidException(IbidException.Code.INVALID, why);
        }

        private boolean isBetterThan(Found before) {
            int had = before.words();
            int gain = had == 0 ? MIN_FIRST_WORDS : MIN_GAINED_WORDS;
            boolean isMuchLonger = words() > MIN_GAIN * had && words() >= had + gain;
            boolean isMarked = exact && !before.exact && had < MIN_WORDS_OF_FEW; // "News on safety in the net"
            return isMuchLonger && (isMarked || lines().containsAll(before.prose()));
        }

        private Set<String> lines() {
            Set<String> lines = new HashSet<>();
            main.forEach(strip -> lines.add(strip.plain()));
            return lines;
        }

        private List<String> prose() {
            return main.stream()
                    .filter(RunningText::isText)
                    .map(MainText.Strip::plain)
                    .toList();
        }
    }

    /** @param leads sentences that the page names as leads */
    RunningText(Document page, String title, List<String> leads, boolean liveBlog) {
        this.page = page;
        this.title = title;
        this.pageTitle = page.title();
        this.leads = Set.copyOf(leads);
        this.liveBlog = liveBlog;
    }

    /** The text of a page that contains only the article, like a book's chapter. */
    static Found whole(Document page) {
        Boilerplate surroundings = Boilerplate.takeFromWholeText(page);
        List<PageWalker.Stretch> all = PageWalker.of(page.body(), page.body(), surroundings);
        List<MainText.Strip> strips =
                all.stream().map(PageWalker.Stretch::strip).toList();
        return new Found(all, MainText.withoutBoilerplate(strips, true).main(), true);
    }

    Found find() {
        Boilerplate surroundings = Boilerplate.takeFrom(page, title, liveBlog);
        Found found = read(surroundings);
        if (found.words() < MIN_WORDS) {
            surroundings.takeCautiously(liveBlog);
            found = better(read(surroundings), found);
        }
        if (found.words() < MIN_WORDS) {
            Optional<Element> second = SecondOpinion.articleIn(page);
            if (second.isPresent()) {
                found = better(read(second.get(), found), found);
            }
        }
        return found.words() < MIN_FIRST_WORDS
                ? withoutScraps(linksOr(found, surroundings), surroundings.insteadOfText())
                : found;
    }

    /** Nothing, where the site says that the text is not there and only a few words are beside that. */
    private static Found withoutScraps(Found found, String instead) {
        int words = found.main().stream()
                .filter(strip -> strip.kind() != Block.Kind.HEADING)
                .mapToInt(MainText.Strip::words)
                .sum();
        return instead.isEmpty() || words >= MIN_FIRST_WORDS
                ? found
                : new Found(found.all(), List.of(), found.exact(), instead);
    }

    /** The links of a page whose article is nothing else: one list of them under the article's headline. */
    private Found linksOr(Found nothing, Boilerplate surroundings) {
        List<Element> lists = page.body().select("ul, ol").stream()
                .filter(this::isListOfLinks)
                .toList();
        if (lists.size() != 1) {
            return nothing;
        }
        List<PageWalker.Stretch> all = PageWalker.of(page.body(), lists.getFirst(), surroundings);
        Set<String> lines = nothing.lines();
        List<MainText.Strip> main = all.stream()
                .filter(stretch ->
                        stretch.own() || lines.contains(stretch.strip().plain()))
                .map(PageWalker.Stretch::strip)
                .toList();
        boolean isMostlyLinks = WordCount.of(lists.getFirst().text()) >= MIN_LINKS_PER_WORD * nothing.words();
        return isMostlyLinks ? new Found(all, main, false) : nothing;
    }

    private boolean isListOfLinks(Element list) {
        int items = list.childrenSize();
        Element article = list.closest("article");
        Element above = article == null ? list.parent() : article;
        return items >= MIN_LINKS
                && WordCount.of(list.text()) >= MIN_WORDS_OF_LINK * items
                && above.select("h1, h2").stream().anyMatch(heading -> title.contains(heading.text()));
    }

    private static Found better(Found later, Found before) {
        return later.isBetterThan(before) ? later : before;
    }

    private Found read(Boilerplate surroundings) {
        ArticleElement.Found body = ArticleElement.of(page);
        List<PageWalker.Stretch> all = PageWalker.of(page.body(), body.element(), surroundings);
        List<MainText.Strip> main = withoutBoilerplate(all, body.exact());
        return new Found(all, main.isEmpty() ? main : withLead(all, main), body.exact());
    }

    /** Adds the sentences between the headline and the element of the article: its lead. */
    private List<MainText.Strip> withLead(List<PageWalker.Stretch> all, List<MainText.Strip> main) {
        List<MainText.Strip> text = new ArrayList<>();
        for (PageWalker.Stretch stretch : head(all, main.getFirst())) {
            boolean isBefore = !stretch.aside() && !stretch.own();
            if (isBefore
                    && isLead(stretch.strip())
                    && leads.contains(stretch.strip().plain())) {
                text.add(stretch.strip());
            }
        }
        text.removeIf(lead -> main.stream().anyMatch(strip -> strip.plain().equals(lead.plain())));
        if (text.size() > MAX_LEADS) {
            return main;
        }
        text.addAll(main);
        return text;
    }

    /** What is between the headline, or the top of a page without one, and the text; nothing if that is long. */
    private List<PageWalker.Stretch> head(List<PageWalker.Stretch> all, MainText.Strip start) {
        int headline = -1;
        int first = 0;
        while (all.get(first).strip() != start) {
            headline = isTitle(all.get(first).strip()) ? first : headline;
            first++;
        }
        boolean isNear = first - headline <= MAX_LINES_OF_HEAD;
        return isNear ? all.subList(headline + 1, first) : List.of();
    }

    private static boolean isText(MainText.Strip strip) {
        return strip.kind() != Block.Kind.HEADING && strip.linkShare() < MAX_TEXT_LINKS;
    }

    private static boolean isLead(MainText.Strip strip) {
        return strip.kind() == Block.Kind.PARAGRAPH
                && strip.isProse()
                && strip.words() >= MIN_LEAD_WORDS
                && strip.linkShare() < MAX_LEAD_LINKS
                && Byline.of(strip.plain()).isEmpty();
    }

    private List<MainText.Strip> withoutBoilerplate(List<PageWalker.Stretch> all, boolean exact) {
        List<MainText.Strip> own = all.stream()
                .filter(PageWalker.Stretch::own)
                .map(PageWalker.Stretch::strip)
                .filter(strip -> !isTitle(strip))
                .toList();
        return MainText.withoutBoilerplate(own, exact).main();
    }

    private boolean isTitle(MainText.Strip strip) {
        String line = strip.text().strip();
        return strip.kind() == Block.Kind.HEADING && line.equalsIgnoreCase(title) || line.equals(pageTitle);
    }

    /** The text of an element that is a copy, with what else the page has. */
    private Found read(Element copy, Found before) {
        List<PageWalker.Stretch> own = PageWalker.of(copy, copy, Boilerplate.none(copy.ownerDocument()));
        List<MainText.Strip> main = withoutBoilerplate(own, false);
        Set<String> lines = new HashSet<>();
        main.forEach(strip -> lines.add(strip.plain()));
        List<PageWalker.Stretch> all = new ArrayList<>(before.all());
        all.removeIf(stretch -> lines.contains(stretch.strip().plain()));
        main.forEach(strip -> all.add(new PageWalker.Stretch(strip, true, false)));
        return new Found(all, main, false);
    }
}
