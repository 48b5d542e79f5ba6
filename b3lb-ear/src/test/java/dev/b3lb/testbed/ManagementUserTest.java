package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagementUserTest {

    private final ManagementUser user = new ManagementUser("admin", "s3cret");

    @Test
    void is_added_behind_what_the_file_holds(@TempDir Path configuration) throws IOException {
        Path file = configuration.resolve("mgmt-users.properties");
        Files.writeString(file, "# users");

        user.addTo(configuration);

        // echo -n admin:ManagementRealm:s3cret | md5sum
        assertThat(file).hasContent("# users\nadmin=0ab5985ee6927725142ff8420873b4aa\n");
    }

    @Test
    void does_not_show_the_password() {
        assertThat(user).asString().doesNotContain("s3cret");
    }
}
