package ibid.serve.page;

import ibid.api.Json;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;

/**
 * A language of the page: its texts, which take the place of the English ones in the page and its script, so that a
 * browser gets one language only. Threads may share it.
 *
 * @param json the texts by their keys
 */
record PageLanguage(String code, Map<String, Object> texts, String json) {

    /** Those that the switch of the page offers; the first is for readers of none of them. */
    static final List<String> CODES = List.of("en", "de", "fr", "es", "tr", "ru", "zh");

    private static final String OF_THE_PAGE = "page."; // texts that stand in index.html

    static PageLanguage of(String code) {
        Map<String, Object> texts = Json.object(WebFiles.read(path(code)), path(code));
        return new PageLanguage(code, texts, Json.write(texts));
    }

    private static String path(String code) {
        return "/languages/" + code + ".json";
    }

    /** Where its texts are among the files of the page. */
    String path() {
        return path(code);
    }

    /** The page in this language. */
    String page(String english, PageLanguage from) {
        String page = english.replace("<html lang=\"" + from.code() + "\">", "<html lang=\"" + code + "\">");
        for (Map.Entry<String, Object> text : from.texts().entrySet()) {
            if (text.getKey().startsWith(OF_THE_PAGE)) {
                page = page.replace(
                        text.getValue().toString(), texts.get(text.getKey()).toString());
            }
        }
        return page;
    }

    /** The script in this language. */
    String script(String english, PageLanguage from) {
        return english.replace(from.json(), json);
    }

    /**
     * The language for a reader.
     *
     * @param chosen   what the reader chose, or null
     * @param accepted the header Accept-Language, or null
     */
    static String wanted(String chosen, String accepted) {
        if (chosen != null && CODES.contains(chosen)) {
            return chosen;
        }
        String found = accepted == null ? null : Locale.lookupTag(ranges(accepted), CODES);
        return found == null ? CODES.getFirst() : found;
    }

    private static List<LanguageRange> ranges(String accepted) {
        try {
            return LanguageRange.parse(accepted);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
