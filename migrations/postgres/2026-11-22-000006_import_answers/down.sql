DROP TABLE import_answers;
