package ibid.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.regex.Pattern;

/** One reader's visit to the page, in one way of using it. */
final class Visit {

    private static final int MAX_TABS_BACK = 60; // from the box for the question
    private static final int MAX_TABS = 400; // the list of conversations is long by the end

    /** How a reader uses the page. */
    enum Way {
        DESKTOP(1360, 860, ColorScheme.LIGHT),
        PHONE(360, 740, ColorScheme.LIGHT),
        DARK(1360, 860, ColorScheme.DARK),
        ZOOM(320, 256, ColorScheme.LIGHT), // 400 % of a window of 1280 by 1024
        KEYBOARD(1360, 860, ColorScheme.LIGHT);

        private final int width;
        private final int height;
        private final ColorScheme colours;

        Way(int width, int height, ColorScheme colours) {
            this.width = width;
            this.height = height;
            this.colours = colours;
        }
    }

    private final com.microsoft.playwright.Page page;
    private final Way way;

    Visit(Page browser, String address, Way way) {
        this.way = way;
        page = browser.open(address, way.width, way.height, way.colours);
    }

    com.microsoft.playwright.Page page() {
        return page;
    }

    /** A window that is too low for a card opens the article only. */
    boolean hasCards() {
        return way != Way.ZOOM;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** A click; with the keyboard alone Tab until it has the focus, then Enter, or Space on a box. */
    void use(Locator target) {
        if (way != Way.KEYBOARD) {
            target.click();
            return;
        }
        reach(target);
        boolean isBox = (Boolean) target.evaluate("one => one.matches('input[type=checkbox]')");
        page.keyboard().press(isBox ? "Space" : "Enter");
    }

    /** Fails where neither Tab nor Shift and Tab lead to it. */
    void reach(Locator target) {
        assertThat(target).isVisible();
        boolean isReached = reach(target, "Shift+Tab", MAX_TABS_BACK) || reach(target, "Tab", MAX_TABS);
        assertThat(isReached).as("Tab leads to %s", target).isTrue();
    }

    private boolean reach(Locator target, String key, int most) {
        for (int tabs = 0; tabs < most; tabs++) {
            page.keyboard().press(key);
            if ((Boolean) target.evaluate("one => one === document.activeElement")) {
                return true;
            }
        }
        return false;
    }

    void write(Locator field, String text) {
        if (way == Way.KEYBOARD) {
            reach(field);
            page.keyboard().type(text);
        } else {
            field.fill(text);
        }
    }

    /** Asks and waits for the answer. */
    void ask(String question) {
        int before = find("ibid-turn").count();
        begin(question);
        assertThat(find("ibid-turn")).hasCount(before + 1);
        assertThat(find("ibid-turn").last())
                .hasAttribute("data-state", Pattern.compile("answered|partial|abstained|failed"));
    }

    void begin(String question) {
        Locator field = page.getByLabel("Your question");
        if (way != Way.KEYBOARD) {
            field.fill(question);
        } else {
            if (!(Boolean) field.evaluate("one => one === document.activeElement")) {
                page.keyboard().press("/");
            }
            page.keyboard().type(question);
        }
        page.keyboard().press("Enter");
    }

    /** Keeps a picture, and fails where axe finds a fault or the page scrolls sideways. */
    void shown(String state) {
        Page.picture(page, "states/" + state + "-" + way.name().toLowerCase(Locale.ROOT));
        Page.assertAccessible(page);
        assertThat((Boolean) page.evaluate("[document.documentElement, ...document.querySelectorAll('main, aside')]"
                        + ".every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)"))
                .as("%s does not scroll sideways (%s)", state, way)
                .isTrue();
    }

    void close() {
        page.context().close();
    }
}
