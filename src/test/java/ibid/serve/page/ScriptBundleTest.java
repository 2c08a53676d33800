package ibid.serve.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Modules joined to one script. That it runs is shown by the journeys, whose browser gets the page that way. */
class ScriptBundleTest {

    private static String bundle(Map<String, String> files) {
        return ScriptBundle.of(List.of("/app.js"), files::get);
    }

    @Test
    void aModuleComesAfterThoseItImportsAndOnce() {
        String script = bundle(Map.of(
                "/app.js",
                "import { b as other, c } from \"./parts/b.js\";\nimport * as d from \"./d.js\";\nother(c, d.d);\n",
                "/parts/b.js",
                "import \"../d.js\";\nexport const b = (x) => x;\nexport async function* c() {}\n",
                "/d.js",
                "export class d {}\n"));
        assertThat(script).isEqualTo("""
                        const module0 = (() => {
                        class d {}
                        return { d };
                        })();
                        const module1 = (() => {
                        const b = (x) => x;
                        async function* c() {}
                        return { b, c };
                        })();
                        const module2 = (() => {
                        const { b: other, c } = module1;
                        const d = module0;
                        other(c, d.d);
                        return {  };
                        })();
                        """);
    }

    @Test
    void textsAreAddedAsAnObject() {
        String script = bundle(Map.of(
                "/app.js",
                "import texts from \"./en.json\" with { type: \"json\" };   // a remark\nexport const a = texts.a;\n",
                "/en.json",
                "{\"a\":\"A \\\"b\\\"\"}"));
        assertThat(script).isEqualTo("""
                        const module0 = {"a":"A \\"b\\""};
                        const module1 = (() => {
                        const texts = module0;
                        const a = texts.a;
                        return { a };
                        })();
                        """);
    }

    @Test
    void aCircleAndAFormThatIsNotKnownAreRefused() {
        assertThatThrownBy(() -> bundle(Map.of("/app.js", "import \"./b.js\";\n", "/b.js", "import \"./app.js\";\n")))
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> bundle(Map.of("/app.js", "export default class {}\n")))
                .hasMessageContaining("/app.js has an import or export");
        assertThatThrownBy(() -> bundle(Map.of("/app.js", "const late = import(\"./b.js\");\n")))
                .hasMessageContaining("/app.js has an import or export");
    }
}
