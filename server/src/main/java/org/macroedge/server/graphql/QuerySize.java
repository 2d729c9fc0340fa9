package org.macroedge.server.graphql;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SelectionSetContainer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Refuses a query that is too large or too deep once each fragment stands where it is used.
///
/// The library follows fragments wherever they are used, so that a short text of fragments that use each other twice
/// would keep it busy for ever. Each fragment is measured once here, and before anything else looks at the query.
final class QuerySize {

    private static final Size NONE = new Size(0, 0);

    /// @param selections fields and uses of fragments; no more than one above the limit
    /// @param levels of fields
    private record Size(int selections, int levels) {

        Size and(Size other) {
            return new Size(
                    Math.min(selections + other.selections, GraphqlLimits.COST + 1), Math.max(levels, other.levels));
        }

        Size below(int fields) {
            return new Size(Math.min(selections + 1, GraphqlLimits.COST + 1), levels + fields);
        }
    }

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> sizes = new HashMap<>();

    private QuerySize(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /// @throws MacroEdgeException with `invalid-request`
    static void check(Document document) {
        QuerySize size = new QuerySize(document);
        Size all = NONE;
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof SelectionSetContainer<?> container) {
                all = all.and(size.of(container.getSelectionSet()));
            }
        }
        if (all.levels() > GraphqlLimits.DEPTH) {
            throw GraphqlProblem.TOO_DEEP.exception(GraphqlLimits.DEPTH);
        }
        if (all.selections() > GraphqlLimits.COST) {
            throw GraphqlProblem.TOO_COSTLY.exception(GraphqlLimits.COST);
        }
    }

    private Size of(@Nullable SelectionSet set) {
        Size all = NONE;
        if (set != null) {
            for (Selection<?> selection : set.getSelections()) {
                all = all.and(of(selection));
            }
        }
        return all;
    }

    private Size of(Selection<?> selection) {
        return switch (selection) {
            case Field field -> of(field.getSelectionSet()).below(1);
            case InlineFragment fragment -> of(fragment.getSelectionSet()).below(0);
            case FragmentSpread spread -> ofFragment(spread.getName()).below(0);
            default -> NONE;
        };
    }

    /// One that does not exist or contains itself counts nothing: the validation refuses it.
    private Size ofFragment(String name) {
        Size known = sizes.putIfAbsent(name, NONE);
        if (known != null || !fragments.containsKey(name)) {
            return known == null ? NONE : known;
        }
        Size size = of(fragments.get(name).getSelectionSet());
        sizes.put(name, size);
        return size;
    }
}
