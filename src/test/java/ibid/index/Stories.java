package ibid.index;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fictional stories without common words. */
public final class Stories {

    private Stories() {}

    /** Six paragraphs that are unique to this number. */
    public static String story(int number) {
        return IntStream.range(0, 6)
                .mapToObj(i -> "Paragraph " + word(number * 7 + i) + " tells how the " + word(number + i * 3)
                        + " boat met the " + word(number * 5 + i) + " pilot near " + word(number * 11 + i)
                        + " and sailed on.")
                .collect(Collectors.joining("\n\n"));
    }

    public static String word(int number) {
        return "w" + Integer.toString(Math.abs(number * 7919 + 13), 26).replaceAll("\\d", "q");
    }
}
