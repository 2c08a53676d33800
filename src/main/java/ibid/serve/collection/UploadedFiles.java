package ibid.serve.collection;

import ibid.IbidException;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import io.javalin.http.util.MultipartUtil;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a multipart request, in the field {@code file}. */
public final class UploadedFiles {

    /** In one request. A folder of more is sent in several. */
    public static final int MAX_FILES = 1000;

    /** More parts than files, so that somebody who sends some too many is told how many they are. */
    public static final int MAX_PARTS = 20 * MAX_FILES;

    public static final long MAX_BYTES = 200L << 20; // of all together; the reader has its own limit for each
    private static final int MAX_BYTES_IN_MEMORY = 16 << 10; // of one; a longer one is stored in a file
    private static final String FIELD = "file";

    private UploadedFiles() {}

    /** @param temporary folder for long files */
    static List<Part> of(Context context, Path temporary) {
        checkRequest(context);
        checkRoom(context.req().getContentLengthLong(), temporary);
        List<Part> parts = parts(context, temporary);
        for (Part part : parts) {
            if (!part.getName().equals(FIELD)) {
                throw invalid("unknown field “" + part.getName() + "”; known here: " + FIELD);
            }
        }
        if (parts.size() > MAX_FILES) {
            throw new ContentTooLargeResponse(parts.size() + " files at once; send at most " + MAX_FILES
                    + " in one request. None of these was added");
        }
        if (parts.isEmpty()) {
            throw invalid("no file was sent; send one or more in the field “" + FIELD + "”");
        }
        return parts;
    }

    private static void checkRequest(Context context) {
        String type = context.contentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            throw new UnsupportedMediaTypeResponse(
                    "send the files as multipart/form-data in the field “" + FIELD + "”");
        }
        if (context.req().getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
    }

    /** A file that finds no room would look like a body that is not whole. */
    private static void checkRoom(long bytes, Path temporary) {
        try {
            long free = Files.getFileStore(temporary).getUsableSpace();
            if (bytes > free) {
                throw new IbidException(
                        IbidException.Code.BUSY,
                        "only " + (free >> 10) + " KB are free where the articles are, and this has " + (bytes >> 10)
                                + " KB; make room there, or send fewer files");
            }
        } catch (IOException unknown) {
            throw new UncheckedIOException("cannot look into the corpus folder", unknown);
        }
    }

    private static List<Part> parts(Context context, Path temporary) {
        MultipartConfigElement limits =
                new MultipartConfigElement(temporary.toString(), -1, MAX_BYTES, MAX_BYTES_IN_MEMORY);
        context.req().setAttribute(MultipartUtil.MULTIPART_CONFIG_ATTRIBUTE, limits);
        try {
            return List.copyOf(context.req().getParts());
        } catch (IllegalStateException larger) { // the servlet container's sign that a limit was exceeded
            throw tooLarge();
        } catch (ServletException | IOException broken) {
            context.header("Connection", "close"); // which Jetty does without notice
            throw invalid("the body is not whole multipart/form-data, or has more than " + MAX_PARTS + " parts");
        }
    }

    private static ContentTooLargeResponse tooLarge() {
        return new ContentTooLargeResponse("more than " + (MAX_BYTES >> 20) + " MB at once; send fewer files");
    }

    private static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }
}
