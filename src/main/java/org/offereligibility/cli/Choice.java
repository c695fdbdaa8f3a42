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

    private Choice(Class<E> type) {
        this.values = type.getEnumConstants();
    }

    static <E extends Enum<E>> Choice<E> of(Class<E> type) {
        return new Choice<>(type);
    }

    @Override
    public E convert(String text) {
        List<String> words = new ArrayList<>();
        for (E value : values) {
            String word = value.name().toLowerCase(Locale.ROOT);
            if (word.equals(text)) {
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
