package org.offereligibility.explanation;

import java.util.List;

/**
 * The colours and letters of a picture. Each colour stands twice: once for day, for every program that draws SVG, and once as
 * a pair for day and night, for those that know {@code light-dark()}; what is printed is always as by day.
 */
final class PictureStyle {
    private static final String LETTERS =
            "-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',system-ui,sans-serif";

    private record Rule(String name, String property, String day, String night) {}

    private static final List<Rule> RULES = List.of(
            new Rule("paper", "fill", "#fbfbf9", "#15171a"),
            new Rule("ink", "fill", "#16181b", "#ebe9e4"),
            new Rule("quiet", "fill", "#42464d", "#c3c2bd"),
            new Rule("fine", "fill", "#5d6269", "#a1a3a7"),
            new Rule("wire", "stroke", "#87877f", "#747982"),
            new Rule("ruled", "stroke", "#b4b4ac", "#565b63"),
            new Rule("cut", "stroke", "#ffffff", "#15171a"),
            new Rule("section", "fill", "#fbfbf9", "#15171a"),
            new Rule("finding", "fill", "#ffffff", "#1a1d21"),
            new Rule("brief", "fill", "#fbfbf9", "#15171a"),
            new Rule("brief", "stroke", "#b4b4ac", "#565b63"),
            new Rule("derived", "fill", "#ffffff", "#1a1d21"),
            new Rule("derived", "stroke", "#42464d", "#a1a3a7"),
            new Rule("dossier", "fill", "#ffffff", "#1a1d21"),
            new Rule("dossier", "stroke", "#b4b4ac", "#565b63"),
            new Rule("table", "fill", "#f2f2ee", "#1f2328"),
            new Rule("table", "stroke", "#b4b4ac", "#565b63"),
            new Rule("absent", "fill", "#fbfbf9", "#15171a"),
            new Rule("absent", "stroke", "#5d6269", "#a1a3a7"),
            new Rule("go", "color", "#0c6445", "#76cca4"),
            new Rule("refer", "color", "#80500a", "#e2b364"),
            new Rule("open", "color", "#574c89", "#bab1e6"),
            new Rule("stop", "color", "#9c1c2e", "#f3969c"),
            new Rule("note", "color", "#5d6269", "#a1a3a7"),
            new Rule("go-wash", "fill", "#e5f1ea", "#16291f"),
            new Rule("refer-wash", "fill", "#f8eeda", "#2c2413"),
            new Rule("open-wash", "fill", "#edebf6", "#252238"),
            new Rule("stop-wash", "fill", "#f9e8e9", "#361b1f"));

    private PictureStyle() {}

    /** @param prefix of the picture's id and of all its class names */
    static String css(String prefix) {
        StringBuilder css = new StringBuilder();
        css.append('#').append(prefix).append("{max-width:100%;height:auto}\n");
        css.append('#').append(prefix).append(":root{color-scheme:light dark}\n");
        css.append('#')
                .append(prefix)
                .append(" text{font-family:")
                .append(LETTERS)
                .append("}\n");
        css.append(selector(prefix, "wire")).append("{shape-rendering:crispEdges}\n");
        for (Lettering lettering : Lettering.values()) {
            css.append(selector(prefix, lettering.className())).append("{font-size:");
            css.append(lettering.size())
                    .append("px;font-weight:")
                    .append(lettering.weight())
                    .append("}\n");
        }
        RULES.forEach(rule -> css.append(rule(prefix, rule, rule.day())));
        css.append("@supports (color:light-dark(#000,#fff)){\n");
        RULES.forEach(rule -> css.append(rule(prefix, rule, "light-dark(" + rule.day() + "," + rule.night() + ")")));
        css.append("}\n@media print{\n#").append(prefix).append(",#").append(prefix);
        css.append(":root{color-scheme:light}\n")
                .append(selector(prefix, "paper"))
                .append("{fill:none}\n}\n");
        return css.toString();
    }

    private static String rule(String prefix, Rule rule, String colour) {
        return selector(prefix, rule.name()) + "{" + rule.property() + ":" + colour + "}\n";
    }

    private static String selector(String prefix, String name) {
        return "." + prefix + "-" + name;
    }
}
