/**
 * The command line: one small class per verb, exit codes, printing.
 *
 * <p>May use: {@code desk} and the rooms under it; picocli.
 *
 * <p>Must never: hold rules logic, print anything but the answer on standard output, show a stack trace for a user's mistake.
 */
@NullMarked
package org.offereligibility.cli;

import org.jspecify.annotations.NullMarked;
