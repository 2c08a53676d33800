package ibid.export;

import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.api.share.ExportBody;
import ibid.api.share.PageAddress;
import ibid.api.share.RecheckBody;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The forms in which an answer is exported. */
public enum ExportFormat {
    MD("text/markdown; charset=utf-8", "md") {
        @Override
        public byte[] write(AnswerBody answer, RecheckBody today, PageAddress page) {
            return bytes(AnswerMarkdown.of(document(answer, today, page)));
        }
    },
    HTML("text/html; charset=utf-8", "html") {
        @Override
        public byte[] write(AnswerBody answer, RecheckBody today, PageAddress page) {
            return bytes(AnswerHtml.of(document(answer, today, page)));
        }
    },
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx") {
        @Override
        public byte[] write(AnswerBody answer, RecheckBody today, PageAddress page) {
            return AnswerWord.of(document(answer, today, page));
        }
    },
    JSON("application/json", "json") {
        @Override
        public byte[] write(AnswerBody answer, RecheckBody today, PageAddress page) {
            return bytes(Json.writePretty(new ExportBody(answer, today)));
        }
    },
    BIBTEX("application/x-bibtex; charset=utf-8", "bib") {
        @Override
        public byte[] write(AnswerBody answer, RecheckBody today, PageAddress page) {
            return bytes(new Bibliography(answer, today, page).bibtex());
        }
    },
    CSL("application/vnd.citationstyles.csl+json", "csl.json") {
        @Override
        public byte[] write(AnswerBody answer, RecheckBody today, PageAddress page) {
            return bytes(new Bibliography(answer, today, page).csl());
        }
    };

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The format with that name in lower case. */
    public static Optional<ExportFormat> named(String name) {
        for (ExportFormat format : values()) {
            if (format.toString().equals(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * The answer as a file of this format.
     *
     * @param today what holds of it
     */
    public abstract byte[] write(AnswerBody answer, RecheckBody today, PageAddress page);

    public String mediaType() {
        return mediaType;
    }

    /** Of a file name, without the dot. */
    public String extension() {
        return extension;
    }

    /** The name in a request. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static AnswerDocument document(AnswerBody answer, RecheckBody today, PageAddress page) {
        return AnswerDocument.of(answer, Standing.of(today), page);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
