package ibid.search.rewrite;

import ibid.language.WordList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wording that shows how a question depends on the ones before it. {@code cues.txt} has the pattern of each. */
enum Cue {
    NEW_SUBJECT,
    OPENS_NEW_SUBJECT,
    EXPLETIVE_THERE,
    EXPLETIVE_IT,
    EXPLETIVE_THAT,
    RELATIVE_THAT,
    PRONOUN,
    REPLACEABLE_PRONOUN,
    PRONOUN_WITHIN,
    OTHERS,
    ASKS_MEANING,
    STANCE,
    SMALL_TALK,
    DEFINITE,
    AFTER_PLACE_PREPOSITION,
    AFTER_PLACE,
    AFTER_OF,
    AFTER_DIRECTION,
    AFTER_THE,
    AFTER_INDEFINITE,
    AFTER_DETERMINER,
    AFTER_DETERMINER_OR_ADJECTIVE,
    ARTICLE_BEFORE,
    OWNER,
    NOUN_AFTER,
    NAME_AFTER,
    ENDS_LIKE_ADJECTIVE,
    PLACE_AFTER,
    PREDICATE_OF_IT,
    TURNS_TO,
    ASKS_ABOUT,
    ASKS_WHICH,
    ASKS_WHO,
    ASKS_ONE,
    WHO_IS,
    ELLIPSIS,
    ELLIPSIS_WITHOUT_LINK,
    BARE_QUESTION_WORD,
    BARE_ELSE,
    HOW_LONG_IS_IT,
    BEGINS_WITH_VERB_OR_QUESTION_WORD,
    BEGINS_WITH_AUXILIARY,
    BEGINS_WITH_ARTICLE,
    LEAD_IN,
    PERSON,
    WHICH,
    ONE_OF_TWO,
    THE_OTHER,
    STILL_TRUE,
    EVENT,
    ONE,
    WHICH_ONE,
    THEN,
    DO_SO,
    THE_NOUN,
    THAT_KIND,
    TO_THAT,
    THERE;

    private static final Map<String, Pattern> PATTERNS = patterns();

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> patterns = new HashMap<>();
        Map<String, String> lists = lists();
        for (String line : WordList.lines(Cue.class, "cues.txt")) {
            String pattern = expanded(textAfterName(line), lists);
            patterns.put(name(line), Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
        return patterns;
    }

    private static Map<String, String> lists() {
        Map<String, String> lists = new HashMap<>();
        for (String line : WordList.lines(Cue.class, "lists.txt")) {
            lists.put(name(line), "(?:" + textAfterName(line).replace(' ', '|') + ")");
        }
        return lists;
    }

    private static String expanded(String pattern, Map<String, String> lists) {
        String expanded = pattern;
        for (Map.Entry<String, String> list : lists.entrySet()) {
            expanded = expanded.replace("{" + list.getKey() + "}", list.getValue());
        }
        return expanded;
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static String textAfterName(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private Matcher matcher(String text) {
        return PATTERNS.get(name()).matcher(text);
    }

    boolean isIn(String text) {
        return matcher(text).find();
    }

    /** Its first position in a text. */
    Optional<MatchResult> first(String text) {
        Matcher matcher = matcher(text);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /** Where it is in a text, in order. */
    List<MatchResult> all(String text) {
        return matcher(text).results().toList();
    }

    String removedFrom(String text) {
        return matcher(text).replaceAll("");
    }

    /** The text with {@code #} for each letter of the wording; the length is unchanged. */
    String maskedIn(String text) {
        return matcher(text).replaceAll(found -> "#".repeat(found.group().length()));
    }
}
