DROP TABLE receipts;
DROP TABLE quarantine;
DROP TABLE mirrors;
DROP INDEX items_origin;
ALTER TABLE items DROP COLUMN origin;
ALTER TABLE changes DROP COLUMN shared;
