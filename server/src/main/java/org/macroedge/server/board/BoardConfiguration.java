package org.macroedge.server.board;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The answer of the first page.
@Configuration(proxyBeanMethods = false)
@Import(BoardController.class)
public class BoardConfiguration {}
