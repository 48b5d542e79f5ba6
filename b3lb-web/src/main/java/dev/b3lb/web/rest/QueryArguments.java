package dev.b3lb.web.rest;

import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.management.OperationRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;

/** Arguments of operations from a query string: filters, and what a DELETE needs beside its path. */
final class QueryArguments {

    private QueryArguments() {}

    /** @throws OperationRefused when a name is there twice, or there are too many */
    static Map<String, String> of(HttpServletRequest http) throws OperationRefused {
        QueryParameters parameters = QueryParameters.read(http.getQueryString())
                .orElseThrow(
                        () -> new OperationRefused("There are more than " + QueryParameters.MOST + " parameters."));
        Map<String, String> arguments = new TreeMap<>();
        for (QueryParameters.Parameter parameter : parameters.all()) {
            if (arguments.put(parameter.name(), parameter.value()) != null) {
                throw new OperationRefused(parameter.name() + " is given twice.");
            }
        }
        return arguments;
    }
}
