-- Inferred periods and their mark stand in derived rows and in the inputs of run ids: all are computed anew.
DELETE FROM derived_from;
