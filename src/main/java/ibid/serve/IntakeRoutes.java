package ibid.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import ibid.article.ArticleId;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.update.IndexWatcher;
import ibid.library.CorpusFile;
import ibid.library.Intake;
import ibid.library.IntakeOutcome;
import ibid.library.ListedFile;
import ibid.log.TurnJson;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import io.javalin.http.util.MultipartUtil;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Articles that come and go over HTTP: files sent into the corpus folder, and files put away. For admins. */
final class IntakeRoutes {

    private static final long MAX_BYTES =
            200L << 20; // of all files sent at once; for each the reader has its own limit
    private static final int IN_MEMORY = 256 << 10; // bytes of a file; what is longer waits in the temporary folder
    private static final String FIELD = "file";
    private static final Duration ADDING = Duration.ofSeconds(5), REMOVING = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Intake intake;
    private final PassageIndex index;
    private final IndexWatcher watch;
    private final AdminAccess admin;

    IntakeRoutes(Intake intake, PassageIndex index, IndexWatcher watch, AdminAccess admin) {
        this.intake = intake;
        this.index = index;
        this.watch = watch;
        this.admin = admin;
    }

    /** 201 if a file came in or was replaced, 200 if all were there already, else the problem, with what became of each file in every case. */
    void add(Context context) {
        admin.require(context);
        Json.knownParameters(context, "replace");
        boolean replace = replace(context);
        List<IntakeOutcome> placed = new ArrayList<>();
        for (Part file : sent(context)) placed.add(take(file, replace));
        boolean fresh = placed.stream()
                .anyMatch(one -> one instanceof IntakeOutcome.Added || one instanceof IntakeOutcome.Replaced);
        if (fresh) watch.catchUp(ADDING);
        ArrayNode files = JSON.createArrayNode();
        try (IndexSnapshot snapshot = index.snapshot()) {
            placed.forEach(one -> files.add(json(one, snapshot)));
        }
        int status = StreamSupport.stream(files.spliterator(), false)
                .mapToInt(file -> file.path("status").asInt())
                .min()
                .orElse(400); // the best of them
        if (status < 300) {
            Json.write(
                    context.status(fresh ? 201 : 200), JSON.createObjectNode().set("files", files));
            return;
        }
        String detail = files.size() == 1
                ? files.path(0).path("file").asText() + ": "
                        + files.path(0).path("reason").asText()
                : "none of the " + files.size() + " files was added";
        Json.write(
                context.status(status),
                Problems.TYPE,
                Problems.json(status, detail).put("instance", context.path()).set("files", files));
    }

    private static boolean replace(Context context) {
        String value = context.queryParam("replace");
        if (value != null && !value.matches("true|false"))
            throw Json.invalid("“replace” must be true or false, not “" + value + "”");
        return "true".equals(value);
    }

    private static List<Part> sent(Context context) {
        String type = context.contentType();
        if (type == null || !type.startsWith("multipart/form-data"))
            throw new UnsupportedMediaTypeResponse(
                    "send the files as multipart/form-data in the field “" + FIELD + "”");
        if (context.req().getContentLengthLong() > MAX_BYTES) throw tooLarge();
        context.req()
                .setAttribute(
                        MultipartUtil.MULTIPART_CONFIG_ATTRIBUTE,
                        new MultipartConfigElement(System.getProperty("java.io.tmpdir"), -1, MAX_BYTES, IN_MEMORY));
        try {
            List<Part> parts = List.copyOf(context.req().getParts());
            for (Part part : parts)
                if (!part.getName().equals(FIELD))
                    throw Json.invalid("unknown field “" + part.getName() + "”; known here: " + FIELD);
            if (parts.isEmpty()) throw Json.invalid("no file was sent; send one or more in the field “" + FIELD + "”");
            return parts;
        } catch (IllegalStateException larger) { // so the servlet container says it
            throw tooLarge();
        } catch (ServletException | IOException broken) {
            throw Json.invalid("the body is not whole multipart/form-data");
        }
    }

    private static ContentTooLargeResponse tooLarge() {
        return new ContentTooLargeResponse("more than " + (MAX_BYTES >> 20) + " MB at once; send fewer files");
    }

    private IntakeOutcome take(Part file, boolean replace) {
        try (InputStream bytes = file.getInputStream()) {
            IntakeOutcome placed =
                    intake.take(Optional.ofNullable(file.getSubmittedFileName()).orElse(""), bytes, replace);
            file.delete();
            return placed;
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot read what was sent", gone);
        }
    }

    private static ObjectNode json(IntakeOutcome placed, IndexSnapshot snapshot) {
        return switch (placed) {
            case IntakeOutcome.Added added -> json(201, "added", added.file(), snapshot);
            case IntakeOutcome.Replaced replaced -> json(201, "replaced", replaced.file(), snapshot);
            case IntakeOutcome.Unchanged unchanged -> json(200, "unchanged", unchanged.file(), snapshot);
            case IntakeOutcome.Taken taken ->
                refused(409, taken.name(), taken.reason()).put("replaceable", taken.replaceable());
            case IntakeOutcome.Refused refused -> refused(422, refused.name(), refused.reason());
        };
    }

    private static ObjectNode json(int status, String outcome, CorpusFile file, IndexSnapshot snapshot) {
        ListedFile listed = ListedFile.of(file, snapshot.files().get(file.name()));
        return JSON.createObjectNode()
                .put("file", file.name())
                .put("id", file.id().value())
                .put("status", status)
                .put("outcome", outcome)
                .put("state", TurnJson.word(listed.state()))
                .put("reason", listed.reason().isEmpty() ? null : listed.reason());
    }

    private static ObjectNode refused(int status, String name, String reason) {
        return JSON.createObjectNode()
                .put("file", name)
                .putNull("id")
                .put("status", status)
                .put("outcome", "refused")
                .putNull("state")
                .put("reason", reason);
    }

    /** 204 once it is gone from every answer; 202 where an update under way has to end first. */
    void remove(Context context) {
        admin.require(context);
        ArticleId id = id(context.pathParam("id"));
        boolean there = intake.remove(id);
        boolean done = watch.catchUp(REMOVING);
        if (!there) throw missing(id.value());
        if (done) context.status(204);
        else
            Json.write(
                    context.status(202),
                    JSON.createObjectNode()
                            .put("id", id.value())
                            .put("state", "pending")
                            .put(
                                    "reason",
                                    "its file is put away; it goes from the answers when the update under way is done"));
    }

    private static ArticleId id(String value) {
        try {
            return new ArticleId(value);
        } catch (IllegalArgumentException notAnId) {
            throw missing(value);
        }
    }

    private static IbidException missing(String id) {
        return new IbidException(IbidException.Code.NOT_FOUND, "no article “" + id + "” in the collection");
    }
}
