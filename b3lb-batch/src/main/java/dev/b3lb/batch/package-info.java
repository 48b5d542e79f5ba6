/** Jakarta Batch jobs: work on many things that is done in steps and survives a restart. */
package dev.b3lb.batch;
