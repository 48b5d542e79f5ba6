package dev.b3lb.parameter;

/**
 * A rule as requests see it.
 *
 * @param parameter the name of the parameter
 * @param mode what is done with it
 * @param value what it is given; empty for BLOCK
 */
public record TenantRule(String parameter, RuleMode mode, String value) {}
