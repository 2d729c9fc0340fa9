package org.macroedge.server.platform.web;

import org.macroedge.server.platform.shapes.VocabularyDescription;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// How answers and problems are written, and how the API is described.
@Configuration(proxyBeanMethods = false)
@Import({
    AnswerCompression.class,
    AnswerSpools.class,
    AnswerTags.class,
    ApiDescription.class,
    BodyReader.class,
    AddressRules.class,
    ErrorPage.class,
    OperationDescription.class,
    Operations.class,
    ParameterConverters.class,
    Problems.class,
    QueryResolver.class,
    ParameterNames.class,
    ShapeDescription.class,
    UnreadBodies.class,
    Uploads.class,
    ViewConverter.class,
    VocabularyDescription.class
})
public class WebConfiguration {}
