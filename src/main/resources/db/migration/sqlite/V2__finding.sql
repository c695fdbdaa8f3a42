-- Each search reads an index that begins with what is searched and goes on in the order of the records.
DROP INDEX record_version;
CREATE INDEX record_role ON record (role, idx);
CREATE INDEX record_version ON record (version, idx);
