package org.macroedge.server.graphql;

import graphql.validation.ValidationErrorClassification;
import graphql.validation.ValidationErrorType;

/// The rules of GraphQL by which a query fits a schema, in words.
final class SchemaRules {

    private SchemaRules() {}

    /// What a query that breaks a rule does wrong.
    static String words(ValidationErrorClassification rule) {
        return rule instanceof ValidationErrorType type ? words(type) : "the query is not valid";
    }

    private static String words(ValidationErrorType rule) {
        return switch (rule) {
            case FieldUndefined -> "the type has no such field";
            case UnknownArgument -> "the field has no such argument";
            case MissingFieldArgument, MissingDirectiveArgument -> "a required argument is missing";
            case WrongType, BadValueForDefaultArg -> "the value is of another type";
            case NullValueForNonNullArgument -> "a required argument is null";
            case SubselectionRequired -> "the fields that are wanted of it are missing";
            case SubselectionNotAllowed -> "it is a value and has no fields";
            case UnknownType,
                    InlineFragmentTypeConditionInvalid,
                    FragmentTypeConditionInvalid,
                    NonInputTypeOnVariable -> "there is no such type here";
            case InvalidFragmentType -> "the fragment is of another type";
            case UndefinedFragment -> "there is no such fragment";
            case UnusedFragment -> "the fragment is not used";
            case FragmentCycle -> "the fragment contains itself";
            case UndefinedVariable -> "the variable is not declared";
            case UnusedVariable -> "the variable is not used";
            case VariableTypeMismatch, VariableNotAllowed, DefaultForNonNullArgument ->
                "the variable is of another type";
            case UnknownDirective, MisplacedDirective -> "there is no such directive here";
            case FieldsConflict -> "two fields with other arguments have the same name in the answer";
            case DuplicateOperationName,
                    DuplicateFragmentName,
                    DuplicateDirectiveName,
                    DuplicateArgumentNames,
                    DuplicateVariableName,
                    UniqueObjectFieldName -> "the name is given twice";
            case LoneAnonymousOperationViolation -> "it stands beside other operations and has no name";
            case NonExecutableDefinition -> "a query defines no types";
            default -> "the query is not valid";
        };
    }
}
