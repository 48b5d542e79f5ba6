/**
 * The BigBlueButton HTTP API as clients and nodes speak it: call names, query strings, checksums, answers, and the
 * client that calls nodes. Plain Java that knows no database and no container.
 */
package dev.b3lb.bbb;
