-- Each search reads an index that begins with what is searched and goes on in the order of the records.
DROP INDEX record_version;
CREATE INDEX record_role ON record (role, idx);
CREATE INDEX record_version ON record (version, idx);

-- The server keeps samples of a column's values to plan with; what is sealed must leave no copy that erasing does not reach.
ALTER TABLE part ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE part ALTER COLUMN salt SET STATISTICS 0;
