package dev.b3lb.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.jboss.as.controller.ExpressionResolver;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ValueExpression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerExpressionTest {

    private static final String PROPERTY = "b3lb.test.text";

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void text_without_dollars_and_braces_stays_as_it_is() {
        assertThat(ServerExpression.literally("a$b{c}$$")).isEqualTo("a$b{c}$$");
    }

    @Test
    void any_text_comes_through_wildflys_expressions_unchanged() throws OperationFailedException {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(1 + random.nextInt(9), 0, 10)
                    .mapToObj(n -> "$$${}}a:\\,".substring(n, n + 1))
                    .collect(Collectors.joining());
            System.setProperty(PROPERTY, ServerExpression.literally(text));

            assertThat(resolved()).isEqualTo(text);
        }
    }

    private static String resolved() throws OperationFailedException {
        return ExpressionResolver.SIMPLE
                .resolveExpressions(new ModelNode(new ValueExpression("${" + PROPERTY + "}")))
                .asString();
    }
}
