package dev.b3lb.monitoring;

import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;

/**
 * A dashboard of Grafana.
 *
 * @param panels all panels, those that head a row too
 * @param variables what may be chosen at its top
 */
record Dashboard(List<Panel> panels, List<Variable> variables) {

    /** What Grafana puts in place of variables; for the others anything will do. */
    private static final Map<String, String> VALUES =
            Map.of("$__rate_interval", "5m", "$__range", "1h", "$tenant", "[A-Z0-9]+");

    private static final String ANYTHING = ".+";

    /** A panel; the model is all of it. */
    record Panel(ModelNode model) {

        int id() {
            return model.get("id").asInt();
        }

        String title() {
            return model.get("title").asString();
        }

        String type() {
            return model.get("type").asString();
        }

        boolean isRow() {
            return type().equals("row");
        }

        List<ModelNode> targets() {
            return model.hasDefined("targets") ? model.get("targets").asList() : List.of();
        }

        Place place() {
            ModelNode place = model.get("gridPos");
            return new Place(
                    place.get("x").asInt(),
                    place.get("y").asInt(),
                    place.get("w").asInt(),
                    place.get("h").asInt());
        }

        @Override
        public String toString() {
            return "panel " + id() + " \"" + title() + "\"";
        }
    }

    /** Where a panel is, in units of a grid that has 24 columns. */
    record Place(int x, int y, int width, int height) {

        boolean isOnTheGrid() {
            return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 24;
        }

        boolean overlaps(Place other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    /** A variable; {@code query} is what its values come from. */
    record Variable(String name, String type, String query) {}

    static Dashboard parse(String json) {
        ModelNode dashboard = ModelNode.fromJSONString(json);
        return new Dashboard(
                dashboard.get("panels").asList().stream().map(Panel::new).toList(),
                dashboard.get("templating", "list").asList().stream()
                        .map(Dashboard::variable)
                        .toList());
    }

    private static Variable variable(ModelNode variable) {
        String type = variable.get("type").asString();
        ModelNode query = variable.get("query");
        return new Variable(
                variable.get("name").asString(),
                type,
                type.equals("query") ? query.get("query").asString() : query.asString());
    }

    /** What its panels ask Prometheus, with everything chosen. */
    List<Expression> expressions() {
        return panels.stream()
                .flatMap(panel -> panel.targets().stream()
                        .map(target -> new Expression(
                                panel + " " + target.get("refId").asString(),
                                filledIn(target.get("expr").asString()))))
                .toList();
    }

    private String filledIn(String expression) {
        String filledIn = expression;
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            filledIn = filledIn.replace(value.getKey(), value.getValue());
        }
        for (Variable variable : variables) {
            filledIn = filledIn.replace("$" + variable.name(), ANYTHING);
        }
        return filledIn;
    }
}
