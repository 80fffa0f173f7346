/**
 * The command line: each verb reads its arguments, asks the public API one question and prints the answer.
 *
 * <p>{@link io.github.breakranks.examples.cli.Program} starts a verb by its name. With {@code --json} standard output bears one JSON
 * object and nothing else; a refusal is one sentence on standard error.
 */
@NullMarked
package io.github.breakranks.examples.cli;

import org.jspecify.annotations.NullMarked;
