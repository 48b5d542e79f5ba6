package dev.b3lb.operations;

import dev.b3lb.management.Caller;
import dev.b3lb.management.Operation;

/**
 * One operation that somebody asks for.
 *
 * @param caller who asks
 * @param operation what is asked for
 * @param arguments with which arguments
 */
public record OperationCall(Caller caller, Operation operation, Arguments arguments) {}
