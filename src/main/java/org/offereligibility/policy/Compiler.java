package org.offereligibility.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieContainerImpl;
import org.drools.compiler.kproject.models.KieBaseModelImpl;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.conf.EqualityBehaviorOption;
import org.kie.api.runtime.KieContainer;
import org.offereligibility.dossier.Problem;

/** Compiles rules with Drools, in executable-model mode only, or takes what was compiled before. */
final class Compiler {
    private static final String BASE = "rules";
    private static final ClassLoader LOADER = RulesClassLoader.INSTANCE;

    private final CompiledRulesCache cache;

    Compiler(CompiledRulesCache cache) {
        this.cache = cache;
    }

    /** @throws RulesUnusable if Drools refuses what the checks let pass */
    CompiledRules compile(Assembly assembly, List<FactType> types, PolicyFolder folder) throws RulesUnusable {
        String key = CompiledRulesCache.key(assembly);
        byte[] module = cache.find(key).orElse(null);
        if (module != null) {
            try {
                return load(module, key, types);
            } catch (RuntimeException | LinkageError unusable) {
                cache.forget(key);
            }
        }
        module = build(assembly, key, folder);
        cache.keep(key, module);
        return load(module, key, types);
    }

    private static ReleaseId release(String key) {
        return KieServices.get().newReleaseId("org.offereligibility", "rules", key);
    }

    private static byte[] build(Assembly assembly, String key, PolicyFolder folder) throws RulesUnusable {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release(key));
        KieModuleModel module = services.newKieModuleModel();
        module.newKieBaseModel(BASE)
                .setDefault(true)
                .setEqualsBehavior(EqualityBehaviorOption.EQUALITY)
                .newKieSessionModel("session")
                .setDefault(true);
        files.writeKModuleXML(module.toXML());
        assembly.sources().forEach(files::write);
        KieBuilder builder = services.newKieBuilder(files, LOADER);
        List<Problem> problems = new ArrayList<>();
        try {
            builder.buildAll(ExecutableModelProject.class);
            for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
                problems.add(problem(message, folder));
            }
        } catch (RuntimeException raw) {
            // some faults of a rule reach us only as a raw exception that names neither file nor line
            problems.add(new Problem(
                    folder.named(""), 0, 0, "", "the engine cannot compile these rules: " + firstLine(raw)));
        }
        if (!problems.isEmpty()) {
            throw new RulesUnusable(problems);
        }
        return ((InternalKieModule) builder.getKieModule()).getBytes();
    }

    private static Problem problem(Message message, PolicyFolder folder) {
        String path = message.getPath() == null ? "" : message.getPath();
        String file = path.substring(path.lastIndexOf('/') + 1);
        return new Problem(
                folder.named(file.endsWith(".drl") ? file : ""),
                Math.max(0, message.getLine()),
                0,
                "",
                "the engine cannot compile this: "
                        + message.getText().lines().findFirst().orElse(""));
    }

    private static String firstLine(Throwable raw) {
        return String.valueOf(raw.getMessage()).lines().findFirst().orElse("");
    }

    /** One at a time: the engine keeps modules by name while they are loaded. */
    private static synchronized CompiledRules load(byte[] module, String key, List<FactType> types) {
        KieServices services = KieServices.get();
        services.getRepository().addKieModule(services.getResources().newByteArrayResource(module));
        KieContainer container = services.newKieContainer(release(key), LOADER);
        try {
            var project = ((KieContainerImpl) container).getKieProject();
            var canonical = (CanonicalKieModule) project.getKieModuleForKBase(BASE);
            var base = container.getKieBase(BASE);
            Map<String, Rule> rules = new HashMap<>();
            for (Model model : canonical.getModelForKBase((KieBaseModelImpl) project.getKieBaseModel(BASE))) {
                model.getRules().forEach(rule -> rules.put(rule.getName(), rule));
            }
            ClassLoader loader = ((org.drools.kiesession.rulebase.InternalKnowledgeBase) base).getRootClassLoader();
            Map<String, Class<?>> classes = new LinkedHashMap<>();
            for (FactType type : types) {
                classes.put(type.name(), Class.forName(Assembly.PACKAGE + "." + type.name(), true, loader));
            }
            return new CompiledRules(base, Map.copyOf(rules), classes);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("the compiled rules lack " + missing.getMessage(), missing);
        } finally {
            services.getRepository().removeKieModule(release(key));
        }
    }
}
