/**
 * Calls to addresses that tenants chose. What is to be told stands in a table, the outbox, and is told from there: soon,
 * again when it failed, and never to internal addresses that the operator has not allowed.
 */
package dev.b3lb.callback;
