package org.macroedge.server.app;

import java.util.function.Consumer;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

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
        context.addBeanFactoryPostProcessor(StoreContext::makeLazy);
        context.refresh();
        return context;
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
