-- The few changes that followers are not told of, so that those that they are told of are counted without reading them. The
-- other back end has a migration of the same name and the same meaning.
CREATE INDEX changes_withheld ON changes (seq) WHERE NOT shared;
