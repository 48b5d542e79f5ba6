/** The REST API of administrators: every operation by its name, and the usual verbs on what can be listed. */
package dev.b3lb.web.rest;
