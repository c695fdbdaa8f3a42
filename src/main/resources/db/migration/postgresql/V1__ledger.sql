-- A record's public face is its leaf; all other columns of "record" only repeat words of the leaf, to be searched.
CREATE TABLE ledger (one INTEGER PRIMARY KEY CHECK (one = 1), origin TEXT NOT NULL, verifier TEXT NOT NULL);
CREATE TABLE record (
  idx BIGINT PRIMARY KEY CHECK (idx >= 0), id TEXT NOT NULL UNIQUE, leaf BYTEA NOT NULL, at BIGINT NOT NULL,
  kind TEXT NOT NULL, request TEXT NOT NULL UNIQUE, asked_by TEXT NOT NULL, about TEXT NOT NULL,
  role TEXT NOT NULL, version TEXT NOT NULL, rules TEXT NOT NULL);
CREATE INDEX record_at ON record (at, idx);
CREATE INDEX record_kind ON record (kind, idx);
CREATE INDEX record_asked_by ON record (asked_by, idx);
CREATE INDEX record_about ON record (about, idx);
CREATE INDEX record_version ON record (role, version, idx);
CREATE INDEX record_rules ON record (rules, idx);
CREATE TABLE part (
  idx BIGINT NOT NULL REFERENCES record (idx), name TEXT NOT NULL, salt BYTEA NOT NULL, content BYTEA NOT NULL,
  PRIMARY KEY (idx, name));
CREATE INDEX part_candidate ON part (content, idx) WHERE name = 'candidate';
CREATE TABLE mark (
  idx BIGINT NOT NULL REFERENCES record (idx), name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name, value, idx));
CREATE INDEX mark_idx ON mark (idx);
CREATE TABLE node (level INTEGER NOT NULL, idx BIGINT NOT NULL, hash BYTEA NOT NULL, PRIMARY KEY (level, idx));
CREATE TABLE checkpoint (size BIGINT PRIMARY KEY, note TEXT NOT NULL);
CREATE TABLE archive (hash TEXT PRIMARY KEY, content BYTEA NOT NULL);

-- The search path is fixed: a table of the same name elsewhere must not answer for these.
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'append-only'; END $$;
CREATE FUNCTION refuse_without_tombstone() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM record t JOIN record r ON t.about = r.id WHERE r.idx = OLD.idx AND t.kind = 'tombstone') THEN
      RAISE EXCEPTION 'append-only: no tombstone names this record';
    END IF;
    RETURN OLD;
  END $$;
CREATE FUNCTION refuse_a_gap() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF NEW.idx <> (SELECT coalesce(max(idx) + 1, 0) FROM record) THEN
      RAISE EXCEPTION 'append-only: a record follows the last one';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER record_next BEFORE INSERT ON record FOR EACH ROW EXECUTE FUNCTION refuse_a_gap();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ledger', 'record', 'part', 'mark', 'node', 'checkpoint', 'archive'] LOOP
    EXECUTE format('CREATE TRIGGER %s_kept BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse()', name, name);
    EXECUTE format('CREATE TRIGGER %s_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse()', name, name);
    EXECUTE format('CREATE TRIGGER %s_stays BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION %s()', name, name,
      CASE WHEN name IN ('part', 'mark') THEN 'refuse_without_tombstone' ELSE 'refuse' END);
  END LOOP;
END $$;

-- Two roles for all ledgers of this server: one that may add and read, and one that may also remove what is sealed.
DO $$
DECLARE
  name text;
  place text := current_schema();
BEGIN
  FOREACH name IN ARRAY ARRAY['ledger_append', 'ledger_erase'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
    IF NOT pg_has_role(current_user, name, 'SET') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', name);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', place, name);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I', place, name);
    EXECUTE format('GRANT INSERT ON ledger, record, part, mark, node, checkpoint, archive TO %I', name);
  END LOOP;
  GRANT DELETE ON part, mark TO ledger_erase;
  IF current_setting('server_version_num')::int >= 170000 THEN
    GRANT MAINTAIN ON part, mark TO ledger_erase;
  END IF;
END $$;
