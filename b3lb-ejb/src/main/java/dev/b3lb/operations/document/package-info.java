/** The whole configuration as one document: written, compared with what is there, and made true. */
package dev.b3lb.operations.document;
