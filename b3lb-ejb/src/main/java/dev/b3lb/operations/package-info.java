/**
 * What an operator can do, once for all doors: the management interface, and later the REST API and the console. Each
 * change leaves an audit record.
 */
package dev.b3lb.operations;
