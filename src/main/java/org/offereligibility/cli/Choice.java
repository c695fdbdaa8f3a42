package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.offereligibility.dossier.Vocabulary;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words, and names the nearest where another was written. */
final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] values;
    private final boolean upperCase;

    private Choice(Class<E> type, boolean upperCase) {
        this.values = type.getEnumConstants();
        this.upperCase = upperCase;
    }

    /** In lower case. */
    static <E extends Enum<E>> Choice<E> of(Class<E> type) {
        return new Choice<>(type, false);
    }

    /** In upper case as everywhere else, and understood in any. */
    static <E extends Enum<E>> Choice<E> ofUpperCase(Class<E> type) {
        return new Choice<>(type, true);
    }

    @Override
    public E convert(String text) {
        List<String> words = new ArrayList<>();
        for (E value : values) {
            String word = upperCase ? value.name() : value.name().toLowerCase(Locale.ROOT);
            if (upperCase ? word.equalsIgnoreCase(text) : word.equals(text)) {
                return value;
            }
            words.add(word);
        }
        String known = words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        throw new TypeConversionException("expected one of " + known + ", but was `" + text + "`"
                + Vocabulary.nearest(text, words)
                        .map(near -> ": did you mean `" + near + "`?")
                        .orElse(""));
    }
}
