package org.macroedge.server.platform.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.time.Instants;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Reads parameters of our own types: instants, regions in any case, and codes as they are written. [Problems] writes
/// the message for a text that is neither.
@ServerOnly
@Configuration(proxyBeanMethods = false)
class ParameterConverters implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new ToInstant());
        registry.addConverterFactory(new ToCoded());
    }

    /// Replaces the framework's own, which also reads dates in the format of RFC 1123. Of a date alone, `from` is the
    /// start.
    private static final class ToInstant implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, Instant.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object text, TypeDescriptor source, TypeDescriptor target) {
            return isStart(target) ? Instants.readStart("time", (String) text) : Instants.read("time", (String) text);
        }

        private static boolean isStart(TypeDescriptor target) {
            return target.getSource() instanceof MethodParameter parameter
                    && "from".equals(parameter.getParameterName());
        }
    }

    private static final class ToCoded implements ConverterFactory<String, Coded> {

        @Override
        public <C extends Coded> Converter<String, C> getConverter(Class<C> type) {
            return code -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ParameterRule.means(type, constant.code(), code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(code));
        }
    }
}
