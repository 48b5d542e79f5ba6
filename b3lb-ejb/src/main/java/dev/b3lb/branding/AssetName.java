package dev.b3lb.branding;

import java.util.Optional;

/** The names of files as operators give them. */
public final class AssetName {

    /** As many characters as the database takes. */
    private static final int LONGEST = 255;

    private AssetName() {}

    /**
     * The last part of a path, which may be one of any system, without control characters and white space at its ends.
     *
     * @return empty when nothing is left, or more than 255 characters
     */
    public static Optional<String> of(String path) {
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        StringBuilder name = new StringBuilder();
        last.codePoints().filter(AssetName::isPrintable).forEach(name::appendCodePoint);
        String text = name.toString().strip();
        boolean fits = !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST;
        return fits && !text.equals(".") && !text.equals("..") ? Optional.of(text) : Optional.empty();
    }

    /** The name to show: as wished for, with the ending that the file's own name has. */
    public static String shown(String wish, String fileName) {
        String ending = AssetType.ending(fileName);
        return AssetType.ending(wish).equals(ending) ? wish : wish + "." + ending;
    }

    private static boolean isPrintable(int character) {
        int type = Character.getType(character);
        return !Character.isISOControl(character)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED;
    }
}
