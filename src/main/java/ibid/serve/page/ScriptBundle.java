package ibid.serve.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins modules into one script: each becomes a function that is called once, after those that it imports, and returns
 * what it exports. Takes the forms of {@code import} and {@code export} that the page's files use, and refuses others;
 * names are not bound anew when the exporting module changes them, so that only constants, functions and classes may be
 * exported.
 */
final class ScriptBundle {

    private static final Pattern IMPORT = Pattern.compile(
            "^import\\s+(?:([^\"]+?)\\s+from\\s+)?\"([^\"]+)\"( with \\{ type: \"json\" })?;.*\\R", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export ((?:async )?(?:function\\*?|class|const) )(\\w+)", Pattern.MULTILINE);
    private static final Pattern LEFT = Pattern.compile("^(?:import|export)\\b|\\bimport\\(", Pattern.MULTILINE);
    private static final String WHOLE = "* as ";

    private final UnaryOperator<String> read;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final StringBuilder script = new StringBuilder();

    /** @param read gives the text of the module at a path */
    ScriptBundle(UnaryOperator<String> read) {
        this.read = read;
    }

    /** The script that does what loading these modules does. */
    static String of(List<String> entries, UnaryOperator<String> read) {
        ScriptBundle bundle = new ScriptBundle(read);
        entries.forEach(bundle::add);
        return bundle.script.toString();
    }

    private void add(String path) {
        if (variables.containsKey(path)) {
            return;
        }
        if (!open.add(path)) {
            throw new IllegalStateException("modules import each other in a circle: " + open);
        }
        String text = BareScript.of(read.apply(path));
        String imports = imports(path, text);
        Matcher exports = EXPORT.matcher(IMPORT.matcher(text).replaceAll(""));
        List<String> exported = new ArrayList<>();
        String body = exports.replaceAll(found -> {
            exported.add(found.group(2));
            return Matcher.quoteReplacement(found.group(1) + found.group(2));
        });
        if (LEFT.matcher(body).find()) {
            throw new IllegalStateException(path + " has an import or export of a form that is not bundled");
        }
        String variable = "module" + variables.size();
        script.append("const ")
                .append(variable)
                .append(" = (() => {\n")
                .append(imports)
                .append(body);
        script.append("return { ").append(String.join(", ", exported)).append(" };\n})();\n");
        variables.put(path, variable);
        open.remove(path);
    }

    private void addJson(String path) {
        if (!variables.containsKey(path)) {
            String variable = "module" + variables.size();
            script.append("const ")
                    .append(variable)
                    .append(" = ")
                    .append(read.apply(path))
                    .append(";\n");
            variables.put(path, variable);
        }
    }

    /** Adds what the module imports, and gives the statements that bind its names. */
    private String imports(String path, String text) {
        StringBuilder bound = new StringBuilder();
        Matcher found = IMPORT.matcher(text);
        while (found.find()) {
            String imported = URI.create(path).resolve(found.group(2)).getPath();
            if (found.group(3) == null) {
                add(imported);
            } else {
                addJson(imported);
            }
            if (found.group(1) != null) {
                bound.append("const ").append(names(found.group(1)));
                bound.append(" = ").append(variables.get(imported)).append(";\n");
            }
        }
        return bound.toString();
    }

    private static String names(String clause) {
        return clause.startsWith(WHOLE) ? clause.substring(WHOLE.length()) : clause.replace(" as ", ": ");
    }
}
