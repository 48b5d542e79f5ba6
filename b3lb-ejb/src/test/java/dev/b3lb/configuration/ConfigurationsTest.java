package dev.b3lb.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.settings.SomeSettings;
import dev.b3lb.user.KnownUsers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationsTest {

    private final Database database = new Database();
    private final Configurations configurations = new Configurations(database);

    /** A database whose configuration has a number and nothing else. */
    private static final class Database extends ConfigurationReader {

        private long version = 1;
        private int reads;

        Database() {
            super(null, SomeSettings.with());
        }

        @Override
        public long version() {
            return version;
        }

        @Override
        public Configuration read() {
            reads++;
            return new Configuration(
                    version, List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), KnownUsers.NONE);
        }
    }

    @Test
    void is_read_when_its_number_moves_and_only_then() {
        configurations.refresh();
        configurations.refresh();
        assertThat(database.reads).isEqualTo(1);

        database.version = 2;
        configurations.refresh();
        configurations.refresh();
        assertThat(configurations.current().version()).isEqualTo(2);
        assertThat(database.reads).isEqualTo(2);
    }

    @Test
    void a_database_that_lost_changes_is_believed() {
        database.version = 7;
        configurations.refresh();
        database.version = 6;
        configurations.refresh();
        configurations.refresh();
        assertThat(configurations.current().version()).isEqualTo(6);
        assertThat(database.reads).isEqualTo(2);
    }
}
