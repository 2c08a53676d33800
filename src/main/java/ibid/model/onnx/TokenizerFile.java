package ibid.model.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Opens a tokenizer's file. Its native library throws a bare RuntimeException for what it cannot read. */
final class TokenizerFile {

    private TokenizerFile() {}

    /** @throws IOException if the file cannot be read, or is not a tokenizer's */
    static HuggingFaceTokenizer open(InputStream file, Map<String, String> options) throws IOException {
        try {
            return HuggingFaceTokenizer.newInstance(file, options);
        } catch (RuntimeException unreadable) {
            throw new IOException("the tokenizer's file is damaged: " + unreadable.getMessage(), unreadable);
        }
    }
}
