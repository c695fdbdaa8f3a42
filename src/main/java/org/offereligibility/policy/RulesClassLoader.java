package org.offereligibility.policy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides the machine from rules: what they could use to reach a file, the network, a process or the program itself does not
 * exist for them, neither when they are compiled nor when they run. The grammar of rule files keeps all of that out already;
 * this holds if it has a gap.
 */
final class RulesClassLoader extends ClassLoader {
    static final RulesClassLoader INSTANCE = new RulesClassLoader(RulesClassLoader.class.getClassLoader());

    private static final List<String> ALLOWED = List.of(
            "org.offereligibility.dossier.",
            "org.offereligibility.policy.Functions",
            "org.drools.",
            "org.kie.",
            "java.util.",
            "java.math.",
            "java.time.",
            "java.lang.",
            // Java itself makes accessors beside the classes of facts; no rule can name what stands there
            "jdk.internal.reflect.");
    private static final Pattern HIDDEN = Pattern.compile(
            "java\\.lang\\.(System|Runtime|Process|ProcessBuilder|ProcessHandle|Thread|ThreadGroup|ThreadLocal|ClassLoader"
                    + "|Module|ModuleLayer|InheritableThreadLocal|Compiler|SecurityManager|StackWalker|Shutdown)(\\$.*)?"
                    + "|java\\.lang\\.(ref|management|instrument|foreign|module|reflect)\\..*"
                    + "|java\\.util\\.(concurrent|zip|jar|logging|prefs|spi)\\..*"
                    + "|java\\.util\\.(Scanner|ServiceLoader|Timer|TimerTask|ResourceBundle|Formatter)(\\$.*)?");
    /** What generated classes are made of, though it stands beside what they may not use. */
    private static final Set<String> NEEDED = Set.of(
            "java.io.Serializable",
            "java.io.Externalizable",
            "java.io.ObjectInput",
            "java.io.ObjectOutput",
            "java.io.IOException");

    private RulesClassLoader(ClassLoader program) {
        super("rules", program);
    }

    static boolean allows(String name) {
        return NEEDED.contains(name)
                || ALLOWED.stream().anyMatch(name::startsWith)
                        && !HIDDEN.matcher(name).matches();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!allows(name)) {
            throw new ClassNotFoundException("rules may not use " + name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return hides(name) ? null : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return hides(name) ? Collections.emptyEnumeration() : super.getResources(name);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return hides(name) ? null : super.getResourceAsStream(name);
    }

    /** The compiler finds classes as resources. */
    private static boolean hides(String resource) {
        return resource.endsWith(".class")
                && !allows(resource.substring(0, resource.length() - ".class".length())
                        .replace('/', '.'));
    }
}
