-- Who saw or did what. Rows are only ever added; a separate link row chains each to the one before.

create table trail_entry (
  id uuid primary key,
  at timestamptz not null,
  event text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  actor_roles text[] not null default '{}',
  object_type text,
  object_id uuid,
  reason text,
  address text,
  request_id text not null,
  details jsonb not null default '{}'
);
-- One for each filter of the auditor's page, in the order in which the page is read.
create index trail_entry_at on trail_entry (at desc, id desc);
create index trail_entry_object on trail_entry (object_id, at desc, id desc) where object_id is not null;
create index trail_entry_actor on trail_entry (actor_id, at desc, id desc) where actor_id is not null;
create index trail_entry_actor_name on trail_entry (lower(actor_name) collate "C", actor_id) where actor_id is not null;
create index trail_entry_event on trail_entry (event, at desc, id desc);
create index trail_entry_address on trail_entry (address, at desc, id desc) where address is not null;
create index trail_entry_refused on trail_entry (at desc, id desc) where outcome = 'refused';

-- Entries that wait for their link. Linking runs apart, so that no request waits for another's commit.
create table trail_pending (entry_id uuid primary key);

create table trail_link (
  position bigint primary key,
  entry_id uuid not null unique,
  hash bytea not null
);

-- Checks of the whole chain that auditors asked for: how far each has come and what it found.
create table trail_check (
  id uuid primary key,
  started_at timestamptz not null,
  started_by text,
  -- Links to walk when it began, and the last one found right, with its hash.
  total bigint not null,
  position bigint not null default 0,
  hash bytea,
  finished_at timestamptz,
  -- null while it runs
  intact boolean,
  fault text,
  entry_id uuid
);
create index trail_check_started on trail_check (started_at desc);

create function trail_mark_pending() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  insert into trail_pending (entry_id) values (new.id);
  return null;
end
$$;
create trigger trail_entry_pending after insert on trail_entry for each row execute function trail_mark_pending();

create function trail_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the trail is append-only';
end
$$;
create trigger trail_entry_append_only before update or delete or truncate on trail_entry for each statement execute function trail_refuse_change();
create trigger trail_link_append_only before update or delete or truncate on trail_link for each statement execute function trail_refuse_change();

grant select, insert on trail_entry, trail_link to tanggap_app;
grant select, delete on trail_pending to tanggap_app;
grant select, insert, update on trail_check to tanggap_app;
