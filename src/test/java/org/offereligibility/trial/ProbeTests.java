package org.offereligibility.trial;
import java.nio.file.Path;
import java.util.*;
import java.util.stream.Collectors;
import org.offereligibility.policy.*;
class ProbeTests {
    void probe() throws Exception {
        RuleSet rules = RuleSet.of(PolicyFolder.read(Path.of(System.getProperty("dir", "rules/pmm/2025-01-01"))), Optional.of(Path.of("/tmp/rc-mutate")));
        long t = System.nanoTime();
        Mutation m = new Mutation(rules);
        List<Mutant> all = m.mutants();
        System.out.println(all.size() + " " + all.stream().collect(Collectors.groupingBy(Mutant::kind, TreeMap::new, Collectors.counting())));
        String file = System.getProperty("file", "");
        List<Mutation.Tried> tried = m.tried(x -> x.file().contains(file), 2, (a, b) -> {});
        System.out.println((System.nanoTime() - t) / 1000000 + " ms");
        System.out.println(tried.stream().map(x -> x.fate().getClass().getSimpleName()).collect(Collectors.groupingBy((String x) -> x, Collectors.counting())));
        for (Mutation.Tried x : tried) {
            if (x.fate() instanceof Fate.Killed) continue;
            String f = x.fate() instanceof Fate.Refused r ? (Boolean.getBoolean("refused") ? "REFUSED " + r.problem() : "") : x.fate() instanceof Fate.Open o ? "OPEN " + o.tried() : x.fate() instanceof Fate.ToldApart a ? "APART " + diff(a) : x.fate().toString();
            if (!f.isEmpty()) System.out.println(x.mutant().file() + ":" + x.mutant().line() + " [" + x.mutant().kind() + "] " + x.mutant().instead() + "\n      " + f);
        }
    }
    static String diff(Fate.ToldApart a) {
        var b = new LinkedHashSet<>(a.before().findings()); var c = new LinkedHashSet<>(a.after().map(x -> x.findings()).orElse(List.of()));
        var bb = new LinkedHashSet<>(b); bb.removeAll(c); c.removeAll(b);
        return a.difference().map(Object::toString).orElse("whole").replaceAll("at=Position.line=[0-9]*, column=[0-9]*., ", "") + " " + a.before().verdict() + "->" + a.after().map(x -> x.verdict().name()).orElse("refused") + " -" + bb + " +" + c;
    }
}
