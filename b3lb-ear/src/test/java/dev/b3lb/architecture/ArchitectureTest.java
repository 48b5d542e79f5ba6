package dev.b3lb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * The one-way dependencies of the modules and a few rules that hold everywhere. When a rule fails, the code is in the
 * wrong place more often than the rule; docs/architecture.md says what the rules are for.
 */
@AnalyzeClasses(packages = "dev.b3lb", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BBB = "dev.b3lb.bbb..";
    private static final String PLACEMENT = "dev.b3lb.placement..";
    private static final String WEB = "dev.b3lb.web..";
    private static final String BATCH = "dev.b3lb.batch..";
    private static final String MANAGEMENT = "dev.b3lb.management";

    /** The parts of wildfly-config that run in the server or beside it, and that the application must not know. */
    private static final String[] OF_THE_SERVER = {
        "dev.b3lb.management.extension..", "dev.b3lb.shell..", "dev.b3lb.start..", "dev.b3lb.log.."
    };

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("dev.b3lb..");

    /** Programs of the command line: their output is what they are for, and no container keeps a log for them. */
    private static final DescribedPredicate<JavaClass> COMMANDS =
            resideInAnyPackage("dev.b3lb.shell..", "dev.b3lb.start..");

    private static final DescribedPredicate<JavaClass> IN_WILDFLY_CONFIG =
            resideInAnyPackage(OF_THE_SERVER).or(resideInAPackage(MANAGEMENT));

    @ArchTest
    static void every_module_is_looked_at(JavaClasses classes) {
        assertThat(List.of(
                        "dev.b3lb.web.WebApplication", "dev.b3lb.settings.Settings", "dev.b3lb.management.Catalogue"))
                .allMatch(classes::contain);
    }

    @ArchTest
    static final ArchRule nothing_uses_web = noClasses()
            .that(not(resideInAPackage(WEB)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WEB);

    @ArchTest
    static final ArchRule nothing_uses_batch = noClasses()
            .that(not(resideInAPackage(BATCH)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BATCH);

    @ArchTest
    static final ArchRule of_wildfly_config_the_application_knows_the_management_interface_only = noClasses()
            .that(not(IN_WILDFLY_CONFIG))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OF_THE_SERVER);

    @ArchTest
    static final ArchRule wildfly_config_knows_nothing_of_the_application =
            noClasses().that(IN_WILDFLY_CONFIG).should().dependOnClassesThat(OURS.and(not(IN_WILDFLY_CONFIG)));

    @ArchTest
    static final ArchRule the_management_interface_knows_neither_extension_nor_programs = noClasses()
            .that()
            .resideInAPackage(MANAGEMENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OF_THE_SERVER);

    @ArchTest
    static final ArchRule packages_form_no_ring =
            slices().matching("dev.b3lb.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_of_web_form_no_ring =
            slices().matching("dev.b3lb.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_protocol_knows_the_java_platform_only = classes()
            .that()
            .resideInAPackage(BBB)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.net.ssl..", "javax.xml..", "org.w3c..", BBB);

    @ArchTest
    static final ArchRule the_protocol_knows_no_database = noClasses()
            .that()
            .resideInAPackage(BBB)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..");

    @ArchTest
    static final ArchRule placement_knows_neither_container_nor_database = noClasses()
            .that()
            .resideInAPackage(PLACEMENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "java.sql..", "javax.sql..", "org.jdbi..", "org.hibernate..");

    @ArchTest
    static final ArchRule only_commands_write_to_the_standard_streams =
            noClasses().that(not(COMMANDS)).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule the_log_is_written_through_jboss_logging = noClasses()
            .that(not(COMMANDS))
            // What the log manager calls, in its own terms
            .and()
            .resideOutsideOfPackage("dev.b3lb.log")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.log4j..", "org.apache.logging..");

    @ArchTest
    static final ArchRule bodies_of_requests_are_read_where_they_are_counted_and_nowhere_else = noClasses()
            .that(not(resideInAnyPackage("dev.b3lb.web.body..", "dev.b3lb.web.connection..")))
            .should()
            .callMethodWhere(readsABody());

    @ArchTest
    static final ArchRule nothing_of_a_body_is_injected_into_resources =
            noMethods().that().areDeclaredInClassesThat().resideInAPackage(WEB).should(takeABody());

    @ArchTest
    static final ArchRule no_servlet_answers_past_the_gate = noClasses()
            .that(not(resideInAnyPackage("dev.b3lb.web.gate..", "dev.b3lb.web.answer..")))
            .should()
            .callMethodWhere(getsAResponseChannel());

    private static DescribedPredicate<JavaMethodCall> readsABody() {
        Set<String> reading = Set.of(
                "getInputStream",
                "getReader",
                "getParameter",
                "getParameterMap",
                "getParameterNames",
                "getParameterValues",
                "getPart",
                "getParts");
        return DescribedPredicate.describe(
                "read the body of a request",
                call -> call.getTargetOwner().isAssignableTo("jakarta.servlet.ServletRequest")
                        && reading.contains(call.getName()));
    }

    /** Undertow's ways around the servlet's response. */
    private static DescribedPredicate<JavaMethodCall> getsAResponseChannel() {
        return DescribedPredicate.describe(
                "answer by the exchange",
                call -> call.getTargetOwner().isAssignableTo("io.undertow.server.HttpServerExchange")
                        && Set.of("getResponseChannel", "getResponseSender", "getOutputStream")
                                .contains(call.getName()));
    }

    /** JAX-RS hands the body to a parameter without an annotation, and to those of forms. */
    private static ArchCondition<JavaMethod> takeABody() {
        return new ArchCondition<>("take a body") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean resource = method.getAnnotations().stream()
                        .anyMatch(verb -> verb.getRawType().isAnnotatedWith("jakarta.ws.rs.HttpMethod"));
                boolean takes = method.getParameters().stream()
                        .anyMatch(parameter -> parameter.getAnnotations().isEmpty()
                                || parameter.isAnnotatedWith("jakarta.ws.rs.FormParam")
                                || parameter.isAnnotatedWith("jakarta.ws.rs.BeanParam"));
                events.add(new SimpleConditionEvent(method, resource && takes, method.getFullName()));
            }
        };
    }

    @ArchTest
    static final ArchRule no_state_is_static =
            fields().that().areStatic().should().beFinal();
}
