package org.offereligibility.cli;

import java.time.LocalDate;
import org.offereligibility.policy.Policies;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day as a version's folder is named by it. */
final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
        return Policies.day(text)
                .orElseThrow(() -> new TypeConversionException(
                        "expected a day such as `2025-03-01` that is in the calendar, but was `" + text + "`"));
    }
}
