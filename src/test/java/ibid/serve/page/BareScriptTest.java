package ibid.serve.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BareScriptTest {

    @Test
    void commentsAndIndentationGo() {
        assertThat(BareScript.of("""
                        /** What it is. */
                        export class A {
                          /**
                           * const not = "code";
                           */
                          #b = 1;   // why
                          // c = 2;

                          d() {
                            return this.#b;
                          }
                        }
                        """)).isEqualTo("export class A {\n#b = 1;\nd() {\nreturn this.#b;\n}\n}\n");
    }

    @Test
    void whatIsInTextsStays() {
        String texts = "const a = \"x   // y\";\nconst b = `/* c */`;\nconst d = 'https://e';   // it's one\n";
        assertThat(BareScript.of(texts)).isEqualTo(texts);
    }

    @Test
    void aTemplateOverSeveralLinesIsLeftAlone() {
        String template = "const a = `b\n  // c   // d\n  /* e\n   f`;\n";
        assertThat(BareScript.of(template + "  g();\n")).isEqualTo(template + "g();\n");
    }
}
