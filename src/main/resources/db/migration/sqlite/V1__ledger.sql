-- A record's public face is its leaf; all other columns of "record" only repeat words of the leaf, to be searched.
CREATE TABLE ledger (one INTEGER PRIMARY KEY CHECK (one = 1), origin TEXT NOT NULL, verifier TEXT NOT NULL) STRICT;
CREATE TABLE record (
  idx INTEGER PRIMARY KEY CHECK (idx >= 0), id TEXT NOT NULL UNIQUE, leaf BLOB NOT NULL, at INTEGER NOT NULL,
  kind TEXT NOT NULL, request TEXT NOT NULL UNIQUE, asked_by TEXT NOT NULL, about TEXT NOT NULL,
  role TEXT NOT NULL, version TEXT NOT NULL, rules TEXT NOT NULL) STRICT;
CREATE INDEX record_at ON record (at, idx);
CREATE INDEX record_kind ON record (kind, idx);
CREATE INDEX record_asked_by ON record (asked_by, idx);
CREATE INDEX record_about ON record (about, idx);
CREATE INDEX record_version ON record (role, version, idx);
CREATE INDEX record_rules ON record (rules, idx);
CREATE TABLE part (
  idx INTEGER NOT NULL REFERENCES record (idx), name TEXT NOT NULL, salt BLOB NOT NULL, content BLOB NOT NULL,
  PRIMARY KEY (idx, name)) STRICT;
CREATE INDEX part_candidate ON part (content, idx) WHERE name = 'candidate';
CREATE TABLE mark (
  idx INTEGER NOT NULL REFERENCES record (idx), name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (name, value, idx)) STRICT, WITHOUT ROWID;
CREATE INDEX mark_idx ON mark (idx);
CREATE TABLE node (
  level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, idx)) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
CREATE TABLE archive (hash TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;

-- An insert never takes another row's place: INSERT OR REPLACE would remove it without asking the triggers for removal.
CREATE TRIGGER record_next BEFORE INSERT ON record
  WHEN NEW.idx <> (SELECT coalesce(max(idx) + 1, 0) FROM record)
    OR EXISTS (SELECT 1 FROM record WHERE id = NEW.id OR request = NEW.request)
  BEGIN SELECT RAISE(ABORT, 'append-only: a record follows the last one'); END;
CREATE TRIGGER ledger_new BEFORE INSERT ON ledger WHEN EXISTS (SELECT 1 FROM ledger)
  BEGIN SELECT RAISE(ABORT, 'append-only: nothing is replaced'); END;
CREATE TRIGGER part_new BEFORE INSERT ON part
  WHEN EXISTS (SELECT 1 FROM part WHERE idx = NEW.idx AND name = NEW.name)
  BEGIN SELECT RAISE(ABORT, 'append-only: nothing is replaced'); END;
CREATE TRIGGER node_new BEFORE INSERT ON node
  WHEN EXISTS (SELECT 1 FROM node WHERE level = NEW.level AND idx = NEW.idx)
  BEGIN SELECT RAISE(ABORT, 'append-only: nothing is replaced'); END;
CREATE TRIGGER checkpoint_new BEFORE INSERT ON checkpoint
  WHEN EXISTS (SELECT 1 FROM checkpoint WHERE size = NEW.size)
  BEGIN SELECT RAISE(ABORT, 'append-only: nothing is replaced'); END;
CREATE TRIGGER archive_new BEFORE INSERT ON archive
  WHEN EXISTS (SELECT 1 FROM archive WHERE hash = NEW.hash)
  BEGIN SELECT RAISE(ABORT, 'append-only: nothing is replaced'); END;

CREATE TRIGGER ledger_kept BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER record_kept BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER part_kept BEFORE UPDATE ON part BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER mark_kept BEFORE UPDATE ON mark BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER node_kept BEFORE UPDATE ON node BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER checkpoint_kept BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER archive_kept BEFORE UPDATE ON archive BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER record_stays BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER node_stays BEFORE DELETE ON node BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER checkpoint_stays BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER archive_stays BEFORE DELETE ON archive BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- What is sealed, and the words under which it is found, may go once a tombstone names its record.
CREATE TRIGGER part_stays BEFORE DELETE ON part
  WHEN NOT EXISTS (SELECT 1 FROM record t JOIN record r ON t.about = r.id
                   WHERE r.idx = OLD.idx AND t.kind = 'tombstone')
  BEGIN SELECT RAISE(ABORT, 'append-only: no tombstone names this record'); END;
CREATE TRIGGER mark_stays BEFORE DELETE ON mark
  WHEN NOT EXISTS (SELECT 1 FROM record t JOIN record r ON t.about = r.id
                   WHERE r.idx = OLD.idx AND t.kind = 'tombstone')
  BEGIN SELECT RAISE(ABORT, 'append-only: no tombstone names this record'); END;
