package ibid.model;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import ibid.IbidException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A GGUF file run in this process by llama.cpp, as one of LangChain4j's models. One answer at a time; other calls wait.
 */
final class GgufModel implements StreamingChatModel {

    private static final float REPEAT_PENALTY = 1.1f; // small models fall into loops without it

    private final LlamaModel llama;
    private final int window;
    private final int maxTokens;

    GgufModel(String path, int window, int maxTokens) {
        if (!Files.isRegularFile(Path.of(path))) {
            throw fileMissing(path);
        }
        this.llama = load(path, window);
        this.window = window;
        this.maxTokens = maxTokens;
    }

    private static LlamaModel load(String path, int window) {
        ModelParameters parameters = new ModelParameters()
                .setModel(path)
                .setCtxSize(window)
                .setThreads(Runtime.getRuntime().availableProcessors())
                .setParallel(1)
                .disableContextShift()
                .disableLog();
        PrintStream out = System.out;
        System.setOut(System.err); // the library prints while it unpacks itself; stdout may be JSON
        try {
            return CompletableFuture.supplyAsync(() -> new LlamaModel(parameters))
                    .join();
        } catch (CompletionException broken) { // the library's own exception is not public
            throw notLoaded(path, broken);
        } finally {
            System.setOut(out);
        }
    }

    private static IbidException fileMissing(String path) {
        return new IbidException(
                IbidException.Code.INVALID,
                "no model file at " + path + "; IBID_MODEL=gguf:PATH takes the path of a .gguf file");
    }

    private static IbidException notLoaded(String path, CompletionException broken) {
        String cause = broken.getCause().getMessage();
        return new IbidException(
                IbidException.Code.MODEL_UNAVAILABLE, "the model file " + path + " does not load: " + cause, broken);
    }

    @Override
    public synchronized void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        String prompt = prompt(request);
        int promptTokens = llama.encode(prompt).length;
        int limit = Math.min(maxTokens, window - promptTokens - 1);
        if (limit < 1) {
            throw new InvalidRequestException("the prompt has " + promptTokens + " tokens, the window " + window);
        }
        AtomicBoolean stopped = new AtomicBoolean();
        StringBuilder text = new StringBuilder();
        int written = generate(prompt, limit, stopped, piece -> {
            text.append(piece);
            handler.onPartialResponse(new PartialResponse(piece), new PartialResponseContext(handle(stopped)));
        });
        if (!stopped.get()) {
            handler.onCompleteResponse(response(text.toString(), promptTokens, written, limit));
        }
    }

    private String prompt(ChatRequest request) {
        return llama.applyTemplate(new InferenceParameters("")
                .setMessages(system(request), turns(request))
                .setUseChatTemplate(true));
    }

    /** Number of tokens written. */
    private int generate(String prompt, int limit, AtomicBoolean stopped, Consumer<String> listener) {
        LlamaIterator tokens = llama.generate(parameters(prompt, limit)).iterator();
        int written = 0;
        while (tokens.hasNext() && !stopped.get()) {
            String piece = tokens.next().text;
            written++;
            if (!piece.isEmpty()) {
                listener.accept(piece);
            }
        }
        if (stopped.get()) {
            tokens.cancel();
        }
        return written;
    }

    private static InferenceParameters parameters(String prompt, int limit) {
        return new InferenceParameters(prompt)
                .setTemperature(0)
                .setRepeatPenalty(REPEAT_PENALTY)
                .setNPredict(limit)
                .setCachePrompt(true);
    }

    private static ChatResponse response(String text, int promptTokens, int written, int limit) {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(text))
                .tokenUsage(new TokenUsage(promptTokens, written))
                .finishReason(written >= limit ? FinishReason.LENGTH : FinishReason.STOP)
                .build();
    }

    private static StreamingHandle handle(AtomicBoolean stopped) {
        return new StreamingHandle() {

            @Override
            public void cancel() {
                stopped.set(true);
            }

            @Override
            public boolean isCancelled() {
                return stopped.get();
            }
        };
    }

    private static String system(ChatRequest request) {
        for (ChatMessage message : request.messages()) {
            if (message instanceof SystemMessage system) {
                return system.text();
            }
        }
        return "";
    }

    private static List<Pair<String, String>> turns(ChatRequest request) {
        List<Pair<String, String>> turns = new ArrayList<>();
        for (ChatMessage message : request.messages()) {
            if (message instanceof UserMessage user) {
                turns.add(new Pair<>("user", user.singleText()));
            }
        }
        return turns;
    }

    /** Waits for an answer that is being written. */
    synchronized void close() {
        llama.close();
    }
}
