package ibid.access;

import ibid.IbidException;
import ibid.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The admin key that is made at the first start, in a file that only its owner may read. */
public final class AdminKeyFile {

    /** Its name in the data folder. */
    public static final String NAME = "admin.key";

    private AdminKeyFile() {}

    /** The key in the data folder; makes one if there is none. */
    public static String open(Path data) {
        Path file = data.resolve(NAME);
        try {
            PrivateFiles.createFolder(data);
            String known = Files.exists(file) ? Files.readString(file).strip() : "";
            if (!known.isEmpty()) {
                PrivateFiles.restrict(file);
                return known;
            }
            String made = Secret.random();
            PrivateFiles.write(file, made + "\n");
            return made;
        } catch (IOException unusable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "cannot read or make the admin key in " + file + "; mend its rights, or name another folder with"
                            + " --data DIR",
                    unusable);
        }
    }
}
