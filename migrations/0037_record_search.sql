-- The words of the search in a table of their own. A change of a ticket's state touches indexed columns, so PostgreSQL wrote the ticket
-- into all its indexes anew, each word of it and each part of its number too. Here nothing that is indexed changes but with the unit, so that
-- a changed row stays in its page and out of the indexes.
create table record_search (
  ticket_id uuid primary key references record_ticket (id) on delete cascade,
  digits text not null,
  search tsvector,
  -- Who may see it and how urgent it is, repeated from the ticket by the trigger below.
  office_id uuid not null,
  assignee_id uuid,
  restricted boolean not null,
  owed boolean not null,
  due_at timestamptz
) with (fillfactor = 80);
-- No policy and no right: read through functions alone.
alter table record_search enable row level security;

insert into record_search
select id, replace(number, '-', ''), search, office_id, assignee_id, restricted, owed, due_at from record_ticket order by office_id, id;

drop index record_ticket_search;
drop index record_ticket_digits;
alter table record_ticket drop column search;
create index record_search_words on record_search using gin (search);
create index record_search_digits on record_search using gin (digits gin_trgm_ops);

create function record_make_searchable() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  insert into record_search values (new.id, replace(new.number, '-', ''),
    case when new.secret then null else record_search_vector(new.office_id, new.number, new.title, new.body) end,
    new.office_id, new.assignee_id, new.restricted, new.owed, new.due_at)
  on conflict (ticket_id) do update set digits = excluded.digits, search = excluded.search, office_id = excluded.office_id,
    assignee_id = excluded.assignee_id, restricted = excluded.restricted, owed = excluded.owed, due_at = excluded.due_at;
  return null;
end
$$;
create function record_follow_in_search() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update record_search set assignee_id = new.assignee_id, restricted = new.restricted, owed = new.owed, due_at = new.due_at
  where ticket_id = new.id;
  return null;
end
$$;
create trigger record_search_added after insert on record_ticket for each row execute function record_make_searchable();
create trigger record_search_reworded after update of number, secret, title, body on record_ticket for each row execute function record_make_searchable();
-- The unit is one of the words.
create trigger record_search_moved after update of office_id on record_ticket for each row
when (old.office_id is distinct from new.office_id) execute function record_make_searchable();
create trigger record_search_followed after update of assignee_id, restricted, owed, due_at on record_ticket for each row
when (old.office_id is not distinct from new.office_id
  and (old.assignee_id, old.restricted, old.owed, old.due_at) is distinct from (new.assignee_id, new.restricted, new.owed, new.due_at))
execute function record_follow_in_search();

create or replace function record_find_number(part text, office uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_catalog, pg_temp rows 20 as $$
  select ticket_id from record_search
  where office_id = office and digits like '%' || regexp_replace(part, '[^0-9A-Za-z]', '', 'g') || '%'
    and platform_actor() = 'officer' and office = any (platform_offices())
    and (not restricted or assignee_id = platform_actor_id() or office = any (platform_supervised()))
    and ticket_id not in (select conduct_excluded())
$$;
