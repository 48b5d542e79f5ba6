package dev.b3lb.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The filter that {@code docs/logging.md} hands to operators, as fail2ban applies it: the date is cut out of a line, and
 * the rest is looked at with each of the expressions.
 *
 * @param date finds the date
 * @param failures find the address of whoever is to be kept out
 */
record Fail2banFilter(Pattern date, List<Pattern> failures) {

    private static final Path PAGE = Path.of("..", "docs", "logging.md");

    private static final Pattern LIST = Pattern.compile("(?m)^ +failregex = (.*(?:\\n {6,}\\S.*)*)$");
    private static final Pattern DATE = Pattern.compile("(?m)^ +datepattern = (.*)$");

    /** What fail2ban makes of {@code <HOST>}, whose names of hosts are left out: they would be looked up. */
    private static final String HOST =
            "(?:(?:::f{4,6}:)?(?<v4>(?:\\d{1,3}\\.){3}\\d{1,3})|\\[?(?<v6>(?:[0-9a-fA-F]{1,4}::?|::){1,7}"
                    + "(?:[0-9a-fA-F]{1,4}|(?<=:):))\\]?)";

    static Fail2banFilter ofThePage() throws IOException {
        String page = Files.readString(PAGE);
        List<Pattern> failures = new ArrayList<>();
        for (String regex : only(LIST, page).split("\n")) {
            failures.add(Pattern.compile(regex.strip().replace("<HOST>", HOST)));
        }
        return new Fail2banFilter(Pattern.compile(dateRegex(only(DATE, page))), failures);
    }

    private static String only(Pattern wanted, String page) {
        Matcher found = wanted.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException(PAGE + " has no line like " + wanted);
        }
        return found.group(1).strip();
    }

    private static String dateRegex(String pattern) {
        return pattern.replace("%%Y", "\\d{4}")
                .replace("%%f", "\\d{1,6}")
                .replace("%%z", "(?:Z|UTC|GMT|[+-][01]\\d(?::?\\d{2})?)")
                .replaceAll("%%[mdHMS]", "\\\\d{2}");
    }

    /** Whom a line of the log makes fail2ban count. */
    Optional<String> counted(String line) {
        Matcher dated = date.matcher(line);
        if (!dated.find()) {
            return Optional.empty();
        }
        String rest = line.substring(0, dated.start()) + line.substring(dated.end());
        return failures.stream()
                .map(failure -> failure.matcher(rest))
                .filter(Matcher::find)
                .map(found -> Optional.ofNullable(found.group("v4")).orElseGet(() -> found.group("v6")))
                .findFirst();
    }
}
