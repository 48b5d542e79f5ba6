package dev.b3lb.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody needs to know who uses the running demo.
 *
 * @param secret the tenant's BBB API secret
 * @param log the server's log
 */
record DemoFacts(DemoSettings settings, DemoSecrets secrets, List<DemoNode> nodes, String secret, Path log) {

    String baseUrl() {
        return "http://localhost:" + settings.httpPort();
    }

    /** The tenant's BBB API by path. */
    String tenantUrl() {
        return baseUrl() + "/b3lb/t/acme/bbb/api/";
    }

    /** The tenant's BBB API by host name; browsers and curl know that all names below localhost are this machine. */
    String tenantHostUrl() {
        return "http://acme.localhost:" + settings.httpPort() + "/bigbluebutton/api/";
    }

    /** Writes the facts for programs. */
    void writeTo(Path file) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("base.url", baseUrl());
        properties.put("management.port", Integer.toString(settings.managementPort()));
        properties.put("admin.user", secrets.admin().name());
        properties.put("admin.password", secrets.adminPassword());
        properties.put("rest.user", DemoUser.NAME);
        properties.put("rest.password", secrets.userPassword());
        properties.put("tenant", DemoPool.TENANT);
        properties.put("secret", secret);
        properties.put("server.home", settings.serverHome().toString());
        OwnersFile.write(file, properties);
    }

    @Override
    public String toString() {
        return "DemoFacts[" + baseUrl() + "]";
    }
}
