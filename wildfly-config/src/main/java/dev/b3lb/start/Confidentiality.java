package dev.b3lb.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a file of secrets is one. A group that may read it is taken for meant: that of a server whose settings belong
 * to root.
 */
final class Confidentiality {

    private static final Set<PosixFilePermission> NOBODY_ELSE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    /** What Java calls a user whom the system knows by number only, as in containers. */
    private static final String NAMELESS = "?";

    private Confidentiality() {}

    /**
     * Looks at who may read or change a file.
     *
     * @param user the name of the user whose secrets it holds
     * @return a sentence when that is more than the user and root; empty also where files have no modes
     */
    static Optional<String> complaint(Path file, String user) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? Optional.empty() : complaint(file, view.readAttributes(), user);
    }

    private static Optional<String> complaint(Path file, PosixFileAttributes found, String user) {
        String owner = found.owner().getName();
        boolean owned = owner.equals(user) || "root".equals(owner) || NAMELESS.equals(user);
        boolean closed = Collections.disjoint(found.permissions(), NOBODY_ELSE);
        return owned && closed
                ? Optional.empty()
                : Optional.of(file + " holds secrets, and others may read or change it (it belongs to " + owner
                        + " and has the mode " + PosixFilePermissions.toString(found.permissions())
                        + "): let it belong to " + (NAMELESS.equals(user) ? "the server's user" : user)
                        + ", and chmod 600 it.");
    }
}
