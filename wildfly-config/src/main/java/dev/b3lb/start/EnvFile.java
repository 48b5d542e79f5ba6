package dev.b3lb.start;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of environment variables: lines {@code NAME=VALUE}, blank lines, and lines that start with {@code #}. White
 * space around name and value does not count; a value may stand in single or double quotes. Apart from that a value is
 * literal text: nothing in it is evaluated, and a {@code #} in it starts no comment.
 */
public final class EnvFile {

    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*", Pattern.DOTALL);

    private EnvFile() {}

    /**
     * Reads a file.
     *
     * @return the values by name; none when there is no such file
     * @throws WrongSetting when it cannot be read, or for the first line that cannot be understood
     */
    public static Map<String, String> read(Path file) throws WrongSetting {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return parse(file.toString(), Files.readAllLines(file));
        } catch (CharacterCodingException notText) {
            throw new WrongSetting(file + " is not UTF-8 text.");
        } catch (IOException unreadable) {
            throw new WrongSetting(
                    file + " cannot be read (" + unreadable.getClass().getSimpleName() + ").");
        }
    }

    /**
     * Reads the variables.
     *
     * @param name the file's name, for messages
     * @param lines the file's lines
     * @return the values by name; of a name that stands twice the later value
     * @throws WrongSetting for the first line that is none of the above
     */
    static Map<String, String> parse(String name, List<String> lines) throws WrongSetting {
        Map<String, String> variables = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines) {
            number++;
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || line.indexOf('\0') >= 0) {
                throw new WrongSetting("Line " + number + " of " + name + " is not of the form NAME=VALUE.");
            }
            variables.put(parts.group(1), unquoted(parts.group(2), number, name));
        }
        return variables;
    }

    private static String unquoted(String value, int line, String name) throws WrongSetting {
        if (!value.startsWith("'") && !value.startsWith("\"")) {
            return value;
        }
        if (value.length() < 2 || value.charAt(0) != value.charAt(value.length() - 1)) {
            throw new WrongSetting("In line " + line + " of " + name + " the value starts with a quote"
                    + " and does not end with one; put it as a whole into the other kind of quotes.");
        }
        return value.substring(1, value.length() - 1);
    }
}
