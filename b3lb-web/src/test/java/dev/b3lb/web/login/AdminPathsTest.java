package dev.b3lb.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminPathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/admin/api", "/admin/api/", "/admin/api/v1/me", "/admin/api;x=y/v1"})
    void the_rest_api_is_below_admin_api(String path) {
        assertThat(AdminPaths.isAdmin(path)).isTrue();
        assertThat(AdminPaths.isApi(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/admin/", "/admin/apis", "/admin;x"})
    void the_console_is_what_else_is_below_admin(String path) {
        assertThat(AdminPaths.isAdmin(path)).isTrue();
        assertThat(AdminPaths.isApi(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/administrator", "/bigbluebutton/api/join", "/b3lb/admin", "/Admin"})
    void other_paths_are_neither(String path) {
        assertThat(AdminPaths.isAdmin(path)).isFalse();
        assertThat(AdminPaths.isApi(path)).isFalse();
    }
}
