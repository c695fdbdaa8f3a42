package org.offereligibility.trial;
import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.offereligibility.policy.*;
class ProbeTests {
    @Test
    void probe() throws Exception {
        RuleSet rules = RuleSet.of(PolicyFolder.read(Path.of("rules/pmm/2025-01-01")), Optional.of(Path.of("target/rules-cache")));
        Variants variants = new Variants(rules);
        String text = new String(rules.folder().files().get("pass-criteria.drl"));
        List<Variants.Variant> drafts = new ArrayList<>();
        int i = 0;
        long t = System.nanoTime();
        while (drafts.size() < 1000) {
            int at = text.indexOf("==", i + 1);
            if (at < 0) { i = 0; continue; }
            i = at;
            drafts.add(variants.with("pass-criteria.drl", (text.substring(0, at) + "!=" + text.substring(at + 2))));
            if (drafts.size() % 250 == 0) {
                System.out.println("read 250: " + (System.nanoTime() - t) / 1000000 + " ms ");
            t = System.nanoTime(); }
        }
        System.out.println(Runtime.getRuntime().totalMemory() >> 20);
    }
}
