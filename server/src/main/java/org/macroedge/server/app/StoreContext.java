package org.macroedge.server.app;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/// The modules that read and write a store, without a server. A bean is made when it is first asked for, so that
/// a short command pays for what it uses alone.
public final class StoreContext {

    private StoreContext() {}

    /// Joins the modules.
    ///
    /// @param values registers what the modules do not make, settings and clock; a bean of the name of a module's
    /// replaces that
    /// @return to be closed by the caller
    public static GenericApplicationContext start(Consumer<GenericApplicationContext> values) {
        return start(values, Modules.STORE);
    }

    static GenericApplicationContext start(Consumer<GenericApplicationContext> values, Class<?>... modules) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        values.accept(context);
        context.register(modules);
        context.getBeanDefinition(AnnotationConfigUtils.CONFIGURATION_ANNOTATION_PROCESSOR_BEAN_NAME)
                .getPropertyValues()
                .add("metadataReaderFactory", new LoadedClassesOnly());
        context.addBeanFactoryPostProcessor(StoreContext::makeLazy);
        context.refresh();
        return context;
    }

    /// Every configuration is a class that is loaded, and no bean depends on the order of methods in it. Reading class
    /// files for that order takes a twentieth of a command.
    private static final class LoadedClassesOnly implements MetadataReaderFactory {

        @Override
        public ResourceLoader getResourceLoader() {
            return new DefaultResourceLoader();
        }

        @Override
        public MetadataReader getMetadataReader(String className) throws IOException {
            throw new FileNotFoundException(className + " is not read as a file");
        }

        @Override
        public MetadataReader getMetadataReader(Resource resource) throws IOException {
            throw new FileNotFoundException(resource + " is not read as a file");
        }
    }

    private static void makeLazy(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if (definition instanceof AbstractBeanDefinition bean && bean.getLazyInit() == null) {
                bean.setLazyInit(true);
            }
        }
    }
}
