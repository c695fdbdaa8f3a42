package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.offereligibility.dossier.Problem;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.Token.Kind;

/**
 * Reads the part of DRL that rule files may use: declarations, and rules of patterns, {@code not}, {@code exists},
 * {@code forall}, {@code and}, {@code or}, {@code eval} and {@code accumulate}, that state one fact. What is not in this grammar is refused here, before
 * Drools sees the file; what is, Drools compiles as it stands.
 */
final class RuleParser {
    /** The words that declarations write for kinds of values. */
    private static final String KINDS =
            "`Exact` for a number, `String` for a word, `PlainText` for a free text, `Moment` for an"
                    + " instant, `Boolean` for yes or no";

    /**
     * What a rule file holds.
     *
     * @param text what of it the engine may see
     */
    record RuleFile(
            String file, String text, List<FactType> types, List<Declaration> declarations, List<RuleSource> rules) {}

    /** Where a declaration stands in the text. */
    record Declaration(int begin, int end) {}

    private final String file;
    private final String text;
    private final TokenStream tokens;
    private final ConditionParser conditions;
    private final Unread unread;

    private RuleParser(String file, String text, Consumer<Problem> problems, Unread unread) {
        this.unread = unread;
        this.file = file;
        this.text = text;
        this.tokens = new TokenStream(file, text, problems);
        this.conditions = new ConditionParser(text, tokens);
    }

    /** @param unread takes the names in what cannot be read */
    static RuleFile parse(String file, String text, Consumer<Problem> problems, Unread unread) {
        return new RuleParser(file, text, problems, unread).file();
    }

    private RuleFile file() {
        List<FactType> types = new ArrayList<>();
        List<Declaration> declarations = new ArrayList<>();
        List<RuleSource> rules = new ArrayList<>();
        while (!tokens.peek().is(Kind.END)) {
            int before = tokens.place();
            Optional<FactType> type = Optional.empty();
            Optional<RuleSource> rule = Optional.empty();
            try {
                if (tokens.peek().is("declare")) {
                    type = Optional.of(declaration());
                } else if (tokens.peek().is("rule")) {
                    rule = Optional.of(rule());
                } else {
                    throw tokens.fail(tokens.peek(), notHere(tokens.peek()));
                }
            } catch (TokenStream.Unreadable unreadable) {
                tokens.goOnAfter(before);
            }
            List<Token> block = tokens.since(before);
            if (tokens.isGuess(before) || type.isEmpty() && rule.isEmpty()) {
                unread.block(block);
                continue;
            }
            type.ifPresent(declared -> {
                types.add(declared);
                declarations.add(new Declaration(
                        block.get(0).offset(), block.get(block.size() - 1).end()));
            });
            rule.ifPresent(rules::add);
        }
        return new RuleFile(file, checked(rules), types, declarations, rules);
    }

    /**
     * The tokens that were checked, each where it stood, without comments and annotations: a place that two readers of the
     * file could understand differently never reaches the engine.
     */
    private String checked(List<RuleSource> rules) {
        char[] checked = text.toCharArray();
        blank(checked, 0, checked.length);
        for (Token token : tokens.all()) {
            token.text().getChars(0, token.end() - token.offset(), checked, token.offset());
        }
        for (RuleSource rule : rules) {
            blank(checked, rule.at().end(), rule.when().offset());
        }
        return new String(checked);
    }

    private static void blank(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            text[i] = text[i] == '\n' ? '\n' : ' ';
        }
    }

    private static String notHere(Token token) {
        return switch (token.text()) {
            case "package", "import" ->
                "a rule file has no `" + token.text()
                        + "`: the facts it may speak of are there already; remove this line";
            case "function", "global", "query", "dialect", "unit" ->
                "a rule file may not have a `" + token.text() + "`: it holds rules and declarations only";
            default ->
                "expected `rule` or `declare`, found `" + token.text() + "`"
                        + Vocabulary.nearest(token.text(), List.of("rule", "declare"))
                                .map(word -> ": did you mean `" + word + "`?")
                                .orElse("");
        };
    }

    // ---- declarations

    private FactType declaration() {
        tokens.expect("declare");
        Token name = tokens.expectName("the name of a type of facts");
        if (isTaken(name.text())) {
            tokens.report(name, "`" + name.text() + "` means something else already: give the type another name");
        }
        Map<String, Token> marks = marks();
        List<FactType.Field> fields = new ArrayList<>();
        List<Token> reading = new ArrayList<>();
        while (!tokens.peek().is("end")) {
            if (tokens.atBlock() || tokens.peek().is(Kind.END)) {
                throw tokens.missing("end", ", behind the last field of `" + name.text() + "`");
            }
            Token field = tokens.expectName("a field or `end`");
            tokens.expect(":");
            if (isTaken(field.text(), marks.containsKey("table"))) {
                tokens.report(
                        field, "`" + field.text() + "` means something else already: give the field another name");
            }
            Token type = tokens.expectName("what kind of value it is: " + KINDS);
            if (!FactType.VALUE_TYPES.contains(type.text())) {
                tokens.report(
                        type,
                        UnknownName.told("kind of value", type.text(), FactType.VALUE_TYPES) + " (" + KINDS + ")");
            }
            Map<String, Token> fieldMarks = marks();
            Map<String, String> said = new LinkedHashMap<>();
            fieldMarks.forEach((mark, value) -> {
                if (!FactType.MARKS.contains(mark)) {
                    tokens.report(value, UnknownName.told("mark of a field", mark, FactType.MARKS));
                }
                said.put(mark, value.is(Kind.STRING) ? value.unquoted() : "");
            });
            String word = said.containsKey("names") ? said.get("names") : said.get("word");
            String kind = FactType.VALUE_TYPES.contains(type.text()) ? type.text() : "";
            fields.add(new FactType.Field(field, field.text(), kind, Optional.ofNullable(word), said));
            Optional.ofNullable(fieldMarks.get("reads")).ifPresent(reading::add);
        }
        tokens.expect("end");
        reading.forEach(reads -> places(reads, fields));
        for (String mark : marks.keySet()) {
            if (!FactType.MARKS_OF_TYPES.contains(mark)) {
                tokens.report(
                        marks.get(mark), UnknownName.told("mark of a declaration", mark, FactType.MARKS_OF_TYPES));
            }
        }
        places(marks.get("row"), fields);
        Optional<String> table =
                Optional.ofNullable(marks.get("table")).map(Token::unquoted).map(TableFile::declared);
        String noun = marks.containsKey("noun") ? marks.get("noun").unquoted() : FactType.noun(name.text());
        return new FactType(
                name.text(),
                noun,
                table.isPresent() ? FactType.Origin.TABLE : FactType.Origin.DERIVED,
                table,
                Optional.ofNullable(marks.get("shown")).map(Token::unquoted),
                Optional.ofNullable(marks.get("row")).map(Token::unquoted),
                List.copyOf(fields),
                file,
                name);
    }

    /** Whether a type of this name would hide one of the language itself. */
    private static boolean isTaken(String type) {
        try {
            Class.forName("java.lang." + type, false, null);
            return true;
        } catch (ClassNotFoundException free) {
            return SourceVersion.isKeyword(type) || FactTypes.isOfTheLanguage(type);
        }
    }

    /** Whether a field may not have this name, since every fact has something of that name already. */
    private static boolean isTaken(String field, boolean inTable) {
        return SourceVersion.isKeyword(field)
                || Stream.of(Object.class.getMethods())
                        .anyMatch(method -> method.getName().equals(field))
                || Set.of("clone", "finalize", "this").contains(field)
                || inTable && field.equals("line");
    }

    /** What stands in braces in words for people must be a field. */
    private void places(@Nullable Token words, List<FactType.Field> fields) {
        if (words == null) {
            return;
        }
        Matcher place = FactType.PLACE.matcher(words.unquoted());
        List<String> names = fields.stream().map(FactType.Field::name).toList();
        while (place.find()) {
            if (!names.contains(place.group(1))) {
                tokens.report(words, UnknownName.told("field", place.group(1), names));
            }
        }
    }

    /** Annotations; one without a value has its own token as value. */
    private Map<String, Token> marks() {
        Map<String, Token> marks = new LinkedHashMap<>();
        while (tokens.peek().is(Kind.ANNOTATION)) {
            Token annotation = tokens.take();
            Token value = annotation;
            if (tokens.peek().is("(")) {
                tokens.take();
                value = tokens.take();
                if (!value.is(Kind.STRING)) {
                    throw tokens.fail(value, "expected a text in quotes after `" + annotation.text() + "(`");
                }
                tokens.expect(")");
            }
            if (marks.put(annotation.text().substring(1), value) != null) {
                tokens.report(annotation, "`" + annotation.text() + "` stands here twice");
            }
        }
        return marks;
    }

    // ---- rules

    private RuleSource rule() {
        int begin = tokens.peek().offset();
        tokens.expect("rule");
        Token name = tokens.take();
        if (!name.is(Kind.STRING)) {
            throw tokens.fail(name, "expected the rule's name in quotes after `rule`");
        }
        Map<String, Token> annotations = marks();
        Token when = tokens.peek();
        if (!when.is("when")) {
            String found = when.text();
            if (!when.is(Kind.NAME) || conditions.begins()) {
                throw tokens.missing("when", ": it stands before the conditions of a rule");
            }
            throw tokens.fail(
                    when,
                    "expected `when`, found " + VisibleText.shown(found)
                            + (Vocabulary.nearest(found, List.of("when")).isPresent()
                                    ? ": did you mean `when`?"
                                    : ": a rule has annotations and conditions, and no attributes"));
        }
        tokens.take();
        List<Condition> parts = new ArrayList<>();
        while (!tokens.peek().is("then")) {
            if (tokens.peek().is(Kind.END)
                    || tokens.atBlock()
                    || tokens.peek().is("insert")
                    || tokens.peek().is("end")) {
                throw tokens.missing("then", ": a rule has conditions, `then` and a consequence");
            }
            parts.add(conditions.condition());
        }
        tokens.expect("then");
        RuleSource.Statement states = statement();
        tokens.expect("end");
        return new RuleSource(
                file,
                name.unquoted(),
                name,
                annotations,
                when,
                List.copyOf(parts),
                states,
                text.substring(begin, tokens.last().end()));
    }

    private RuleSource.Statement statement() {
        Token first = tokens.peek();
        if (!first.is("insert")) {
            throw tokens.fail(first, "a consequence states one fact and nothing else: `insert(new ...);`");
        }
        tokens.take();
        tokens.expect("(");
        tokens.expect("new");
        Token type = tokens.expectName("the type of the fact that is stated");
        tokens.expect("(");
        List<List<Token>> arguments = new ArrayList<>();
        while (!tokens.peek().is(")")) {
            arguments.add(conditions.expression(",", ")"));
            conditions.commaOrEnd();
        }
        tokens.expect(")");
        tokens.expect(")");
        tokens.expect(";");
        if (!tokens.peek().is("end")) {
            throw tokens.atBlock() || tokens.peek().is(Kind.END)
                    ? tokens.missing("end", ", behind the consequence of this rule")
                    : tokens.fail(
                            tokens.peek(),
                            "expected `end`, found "
                                    + VisibleText.shown(tokens.peek().text())
                                    + ": a consequence states one fact and nothing else");
        }
        return new RuleSource.Statement(type, type.text(), arguments);
    }
}
