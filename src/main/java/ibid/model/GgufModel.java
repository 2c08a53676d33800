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

/**
 * A GGUF file run in this process by llama.cpp, as one of LangChain4j's models. One answer at a time: others wait their
 * turn.
 */
final class GgufModel implements StreamingChatModel {

    private static final float REPEAT_PENALTY = 1.1f; // small models fall into loops without it

    private final LlamaModel llama;
    private final int window;
    private final int mostTokens;

    GgufModel(String path, int window, int mostTokens) {
        if (!Files.isRegularFile(Path.of(path)))
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "no model file at " + path + "; IBID_MODEL=gguf:PATH takes the path of a .gguf file");
        PrintStream out = System.out;
        System.setOut(System.err); // the library says there where it unpacks itself, and somebody may be reading JSON
        try {
            ModelParameters parameters = new ModelParameters()
                    .setModel(path)
                    .setCtxSize(window)
                    .setThreads(Runtime.getRuntime().availableProcessors())
                    .setParallel(1)
                    .disableContextShift()
                    .disableLog();
            llama = CompletableFuture.supplyAsync(() -> new LlamaModel(parameters))
                    .join();
        } catch (CompletionException broken) { // the library's own exception is not public
            throw new IbidException(
                    IbidException.Code.MODEL_UNAVAILABLE,
                    "the model file " + path + " does not load: "
                            + broken.getCause().getMessage(),
                    broken);
        } finally {
            System.setOut(out);
        }
        this.window = window;
        this.mostTokens = mostTokens;
    }

    @Override
    public synchronized void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        String prompt = llama.applyTemplate(new InferenceParameters("")
                .setMessages(system(request), turns(request))
                .setUseChatTemplate(true));
        int in = llama.encode(prompt).length, room = Math.min(mostTokens, window - in - 1);
        if (room < 1)
            throw new dev.langchain4j.exception.InvalidRequestException(
                    "the prompt has " + in + " tokens, the window " + window);
        LlamaIterator tokens = llama.generate(new InferenceParameters(prompt)
                        .setTemperature(0)
                        .setRepeatPenalty(REPEAT_PENALTY)
                        .setNPredict(room)
                        .setCachePrompt(true))
                .iterator();
        AtomicBoolean stopped = new AtomicBoolean();
        PartialResponseContext context = new PartialResponseContext(handle(stopped));
        StringBuilder text = new StringBuilder();
        int out = 0;
        while (tokens.hasNext()) {
            if (stopped.get()) {
                tokens.cancel();
                return;
            }
            String piece = tokens.next().text;
            out++;
            if (piece.isEmpty()) continue;
            text.append(piece);
            handler.onPartialResponse(new PartialResponse(piece), context);
        }
        handler.onCompleteResponse(ChatResponse.builder()
                .aiMessage(AiMessage.from(text.toString()))
                .tokenUsage(new TokenUsage(in, out))
                .finishReason(out >= room ? FinishReason.LENGTH : FinishReason.STOP)
                .build());
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
        return request.messages().stream()
                .filter(SystemMessage.class::isInstance)
                .map(message -> ((SystemMessage) message).text())
                .findFirst()
                .orElse("");
    }

    private static List<Pair<String, String>> turns(ChatRequest request) {
        List<Pair<String, String>> turns = new ArrayList<>();
        for (ChatMessage message : request.messages())
            if (message instanceof UserMessage user) turns.add(new Pair<>("user", user.singleText()));
        return turns;
    }

    /** Waits for an answer that is being written. */
    synchronized void close() {
        llama.close();
    }
}
