package dev.assay.mock.derived;

import dev.assay.contract.Operation;
import dev.assay.mock.mutation.Mutation;
import java.util.function.UnaryOperator;

/**
 * The stand-in as somebody would have written it who read the contract of its operation so. What is
 * read as less than is said makes a defect, and so does what is read as more; what is one way among
 * several to keep it makes a variant.
 *
 * @param asRead makes the operation that was read of the one that is written
 */
public record Misreading(UnaryOperator<Operation> asRead) implements Mutation {}
