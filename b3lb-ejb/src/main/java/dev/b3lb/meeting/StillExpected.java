package dev.b3lb.meeting;

import dev.b3lb.placement.Expectation;
import org.jdbi.v3.core.statement.SqlStatement;

/** {@link Expectation#remaining} in SQL, over the columns of {@code meeting}; a test compares the two. */
public final class StillExpected {

    /** How many attendees are still expected in a meeting; with {@code :arriving} in seconds. */
    public static final String SQL = """
            case when expected_attendees = 0 then 0 else
                (expected_weight + attendees)
                / (expected_weight / expected_attendees
                   + least(1, greatest(0, date_part('epoch', now() - created_at) / :arriving)))
                * (1 - least(1, greatest(0, date_part('epoch', now() - created_at) / :arriving))) end""";

    private StillExpected() {}

    /** Binds what {@link #SQL} needs. */
    public static <S extends SqlStatement<S>> S bind(S statement) {
        return statement.bind("arriving", (double) Expectation.ARRIVING.toSeconds());
    }
}
