package org.offereligibility.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a role, which is the name of one folder and never a way to somewhere else. */
final class RoleName implements ITypeConverter<String> {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,99}");

    @Override
    public String convert(String text) {
        if (NAME.matcher(text).matches()) {
            return text;
        }
        throw new TypeConversionException("expected the name of a role, which is that of its folder");
    }
}
