package ibid.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Golden files, which a person reviewed. Run with -Dgolden=update to rewrite them, and review the difference. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/ibid/eval");

    private Golden() {}

    public static void check(String file, String text) throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(FOLDER.resolve(file), text);
        }
        assertThat(text).isEqualTo(Files.readString(FOLDER.resolve(file)));
    }
}
