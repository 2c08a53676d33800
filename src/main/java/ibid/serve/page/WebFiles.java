package ibid.serve.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The source files of the page on the class path. */
final class WebFiles {

    private WebFiles() {}

    /** @param path as the page names it: "/modules/dom.js" */
    static String read(String path) {
        try (InputStream file = WebFiles.class.getResourceAsStream("/web" + path)) {
            if (file == null) {
                throw new FileNotFoundException("the page needs " + path + ", which is not among its files");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the page's " + path, broken);
        }
    }
}
