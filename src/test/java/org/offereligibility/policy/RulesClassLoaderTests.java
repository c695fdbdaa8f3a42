package org.offereligibility.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Should the grammar of rule files ever have a gap, what comes through it still finds nothing to do harm with. */
class RulesClassLoaderTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(3);",
                "Runtime.getRuntime().exit(3);",
                "new ProcessBuilder(\"id\").start();",
                "new Thread(null).start();",
                "new java.io.File(\"/etc/hostname\").delete();",
                "java.nio.file.Files.delete(java.nio.file.Path.of(\"x\"));",
                "new java.net.Socket();",
                "new java.util.Scanner(\"x\");",
                "java.util.concurrent.Executors.newCachedThreadPool();",
                "Object.class.getDeclaredMethods()[0].setAccessible(true);",
                "ClassLoader.getSystemClassLoader();",
                "sun.misc.Unsafe.getUnsafe();",
                "org.offereligibility.policy.Versions.program();"
            })
    void hidesTheMachineFromWhatIsCompiled(String evil) throws Exception {
        PolicyFolder folder = PolicyFolder.read(Path.of("src/test/resources/hard/juggler/2025-01-01"));
        TreeMap<String, String> sources =
                new TreeMap<>(PolicySource.read(folder).assembly().sources());
        sources.put(
                "src/main/resources/rules/evil.drl",
                "package rules; import org.offereligibility.dossier.Fact.Role; rule \"evil\" when Role() then\n" + evil
                        + "\nend\n");
        RulesUnusable refused = catchThrowableOfType(
                RulesUnusable.class,
                () -> new Compiler(new CompiledRulesCache(Optional.empty()))
                        .compile(new Assembly(sources), List.of(), folder));
        assertThat(refused).isNotNull();
        assertThat(refused.problems().toString()).contains("cannot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.String",
                "java.lang.RuntimeException",
                "java.lang.ModuleLayerish",
                "java.util.List",
                "jdk.internal.reflect.MethodAccessorImpl",
                "java.math.BigDecimal",
                "org.drools.model.Rule",
                "org.offereligibility.dossier.Exact",
                "org.offereligibility.policy.Functions$Mean"
            })
    void showsWhatRulesAreMadeOf(String needed) {
        assertThat(RulesClassLoader.allows(needed)).isTrue();
    }

    @Test
    void givesAHiddenClassToNobody() {
        assertThat(catchThrowableOfType(
                        ClassNotFoundException.class,
                        () -> RulesClassLoader.INSTANCE.loadClass("java.lang.ProcessHandle$Info")))
                .hasMessage("rules may not use java.lang.ProcessHandle$Info");
        assertThat(RulesClassLoader.INSTANCE.getResource("java/lang/System.class"))
                .isNull();
    }
}
