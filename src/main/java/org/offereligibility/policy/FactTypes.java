package org.offereligibility.policy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offereligibility.dossier.Exact;
import org.offereligibility.dossier.Fact;
import org.offereligibility.dossier.Moment;
import org.offereligibility.dossier.OfferTerm;
import org.offereligibility.dossier.PlainText;
import org.offereligibility.dossier.Word;

/** All types of facts that the rules of one version may speak of, by name. */
final class FactTypes {
    private static final Token NOWHERE = new Token(Token.Kind.NAME, "", 0, 0, 0);

    /** What a rule may ask of a value: the public methods of the three kinds of value that have any. */
    static final Set<String> METHODS = Stream.of(Exact.class, Moment.class, PlainText.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
            .map(Method::getName)
            .filter(name -> !Set.of(
                            "equals",
                            "hashCode",
                            "toString",
                            "compareTo",
                            "instant",
                            "text",
                            "numerator",
                            "denominator",
                            "rounded",
                            "spoken")
                    .contains(name))
            .collect(Collectors.toCollection(TreeSet::new));

    /** The functions of {@code accumulate}. */
    static final Set<String> FUNCTIONS = Set.of("mean", "total", "howMany", "lowest", "highest");

    private static final Map<String, Class<?>> CLASSES = classes();
    private static final Map<String, FactType> OF_THE_DOSSIER = ofTheDossier();

    private final Map<String, FactType> byName = new LinkedHashMap<>();

    FactTypes(Collection<FactType> declared) {
        byName.putAll(OF_THE_DOSSIER);
        byName.put(
                FactType.FINDING,
                new FactType(
                        FactType.FINDING,
                        "finding",
                        FactType.Origin.DERIVED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(field("subject", "String"), field("effect", "String")),
                        "",
                        NOWHERE));
        declared.forEach(type -> byName.putIfAbsent(type.name(), type));
    }

    Optional<FactType> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<String> names() {
        return byName.keySet();
    }

    List<FactType> declared() {
        return byName.values().stream()
                .filter(type -> type.origin() != FactType.Origin.DOSSIER)
                .toList();
    }

    /** Whether it is the name of a kind of value. */
    static boolean isOfTheLanguage(String name) {
        return FactType.VALUE_TYPES.contains(name);
    }

    static boolean isBuiltIn(String name) {
        return name.equals(FactType.FINDING) || dossierClasses().containsKey(name);
    }

    /** The facts of the dossier by their simple names, the shared ones such as {@code Evidence} included. */
    static Map<String, Class<?>> dossierClasses() {
        return CLASSES;
    }

    private static Map<String, FactType> ofTheDossier() {
        Map<String, FactType> types = new LinkedHashMap<>();
        CLASSES.forEach((name, type) -> types.put(name, dossierType(name, type)));
        return types;
    }

    private static Map<String, Class<?>> classes() {
        Map<String, Class<?>> classes = new LinkedHashMap<>();
        List<Class<?>> open = new ArrayList<>(List.of(Fact.class.getPermittedSubclasses()));
        while (!open.isEmpty()) {
            Class<?> type = open.remove(0);
            classes.put(type.getSimpleName(), type);
            if (type.isSealed()) {
                open.addAll(List.of(type.getPermittedSubclasses()));
            }
        }
        return Collections.unmodifiableMap(classes);
    }

    private static FactType dossierType(String name, Class<?> type) {
        List<FactType.Field> fields = new ArrayList<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                Word word = component.getAnnotation(Word.class);
                fields.add(new FactType.Field(
                        NOWHERE,
                        component.getName(),
                        component.getType().getSimpleName(),
                        Optional.ofNullable(word).map(Word::value),
                        component.isAnnotationPresent(OfferTerm.class) ? Map.of(FactType.OFFER_TERM, "") : Map.of()));
            }
            fields.remove(0); // the pointer is for explanations, not for rules
        } else {
            for (Method method : type.getDeclaredMethods()) {
                fields.add(field(method.getName(), method.getReturnType().getSimpleName()));
            }
        }
        return new FactType(
                name,
                FactType.noun(name),
                FactType.Origin.DOSSIER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.copyOf(fields),
                "",
                NOWHERE);
    }

    private static FactType.Field field(String name, String type) {
        return new FactType.Field(NOWHERE, name, type, Optional.empty(), Map.of());
    }
}
