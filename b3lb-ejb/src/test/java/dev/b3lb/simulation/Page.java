package dev.b3lb.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of the documentation that shows the tables, and the pictures beside it. */
record Page(Path file) {

    private static final Pattern TABLES =
            Pattern.compile("(?<=<!-- tables begin -->\n).*(?=<!-- tables end -->)", Pattern.DOTALL);

    /** Puts new tables in place of the old ones. */
    void write(String tables) throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, TABLES.matcher(text).replaceFirst(Matcher.quoteReplacement(tables)));
    }

    /** The directory of its pictures: it is called like the page. */
    Path pictures() throws IOException {
        String name = file.getFileName().toString().replace(".md", "");
        return Files.createDirectories(file.resolveSibling(name));
    }
}
