package org.offereligibility.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Moment;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant as RFC 3339 writes it, or a date, which means its first moment in UTC. */
final class AsOf implements ITypeConverter<Moment> {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT =
            Pattern.compile(DATE + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    @Override
    public Moment convert(String text) {
        String written = text.toUpperCase(Locale.ROOT);
        try {
            if (DATE.matcher(written).matches()) {
                return new Moment(
                        LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            if (INSTANT.matcher(written).matches()) {
                return new Moment(OffsetDateTime.parse(written).toInstant());
            }
        } catch (DateTimeException impossible) {
            throw new TypeConversionException("there is no such time as `" + text + "`");
        }
        throw new TypeConversionException(
                "expected a date such as `2025-03-01`, which means its start in UTC, or an instant"
                        + " with its offset such as `2025-03-01T10:00:00Z`, but was `" + text + "`");
    }
}
