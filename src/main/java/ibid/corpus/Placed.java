package ibid.corpus;

/** What became of a file that somebody sent. */
public sealed interface Placed {

    /** The file's name as it was sent, in composed characters. */
    String name();

    /** It is in the folder now. */
    record Added(ArticleFile file) implements Placed {

        @Override
        public String name() {
            return file.name();
        }
    }

    /** It took the place of the file of that name, which was put away. */
    record Replaced(ArticleFile file) implements Placed {

        @Override
        public String name() {
            return file.name();
        }
    }

    /** It was there already, byte for byte. */
    record Unchanged(ArticleFile file) implements Placed {

        @Override
        public String name() {
            return file.name();
        }
    }

    /**
     * @param reason      what stands in its place, and how to go on
     * @param replaceable whether it may take that place, if its sender says so
     */
    record Taken(String name, String reason, boolean replaceable) implements Placed {}

    /** @param reason why its name cannot be a file's or its bytes are no article; it was not kept */
    record Refused(String name, String reason) implements Placed {}
}
