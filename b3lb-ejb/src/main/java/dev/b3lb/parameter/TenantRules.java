package dev.b3lb.parameter;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.QueryParameters;
import java.util.List;

/** The rules of one tenant, as requests apply them. */
public final class TenantRules {

    /** No rules: every parameter stays as it is. */
    public static final TenantRules NONE = new TenantRules(List.of());

    private final List<TenantRule> rules;

    /** @param rules at most one for each parameter */
    public TenantRules(List<TenantRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * The parameters that a call has in the end.
     *
     * @param call only the rules for parameters of this call act
     * @param asked what the client sent
     */
    public QueryParameters apply(ApiCall call, QueryParameters asked) {
        return asked;
    }
}
