/** The database's schema: brought up to date at start, checked against the entities, reached through Jdbi. */
package dev.b3lb.schema;
