-- A search costs what its unit is large, not what all units are together. The words of all units lay in one index: to find a common one in
-- a unit of five thousand tickets PostgreSQL went through its three hundred thousand places in all others (20 ms of CPU at a million
-- tickets). In 32 parts by unit it meets few tickets of others. And where a word is so common that a page of hits is met at once by walking
-- from the most urgent on, nothing is counted first.

alter table record_search rename to record_search_whole;
alter table record_search_whole drop constraint record_search_pkey;
drop index record_search_words;
drop index record_search_digits;

create table record_search (
  ticket_id uuid not null references record_ticket (id) on delete cascade,
  digits text not null,
  search tsvector,
  -- Who may see it and how urgent it is, repeated from the ticket by the triggers below.
  office_id uuid not null,
  assignee_id uuid,
  restricted boolean not null,
  owed boolean not null,
  due_at timestamptz,
  primary key (ticket_id, office_id)
) partition by hash (office_id);
do $$
begin
  for part in 0 .. 31 loop
    execute format('create table record_search_%s partition of record_search for values with (modulus 32, remainder %s) with (fillfactor = 80, toast_tuple_target = 4080)', part, part);
    -- Words as they are and not packed: to look whether one is among them they would be unpacked each time.
    -- No policy and no right: read through functions alone.
    execute format('alter table record_search_%s enable row level security', part);
  end loop;
end
$$;
alter table record_search enable row level security;

insert into record_search (ticket_id, digits, search, office_id, assignee_id, restricted, owed, due_at)
select ticket_id, digits, search || ''::tsvector, office_id, assignee_id, restricted, owed, due_at from record_search_whole order by office_id, ticket_id;
drop table record_search_whole;
create index record_search_words on record_search using gin (search);
create index record_search_digits on record_search using gin (digits gin_trgm_ops);

create or replace function record_make_searchable() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  -- In another unit it lies in another part.
  if tg_op = 'UPDATE' and old.office_id <> new.office_id then
    delete from record_search where ticket_id = old.id and office_id = old.office_id;
  end if;
  insert into record_search (ticket_id, digits, search, office_id, assignee_id, restricted, owed, due_at)
  values (new.id, replace(new.number, '-', ''),
    case when new.secret then null else record_search_vector(new.office_id, new.number, new.title, new.body) end,
    new.office_id, new.assignee_id, new.restricted, new.owed, new.due_at)
  on conflict (ticket_id, office_id) do update set digits = excluded.digits, search = excluded.search,
    assignee_id = excluded.assignee_id, restricted = excluded.restricted, owed = excluded.owed, due_at = excluded.due_at;
  return null;
end
$$;
create or replace function record_follow_in_search() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update record_search set assignee_id = new.assignee_id, restricted = new.restricted, owed = new.owed, due_at = new.due_at
  where ticket_id = new.id and office_id = new.office_id;
  return null;
end
$$;

-- The next `most` tickets of a unit, owed ones or those that are over, that a query finds beyond a place (null: from the end of the list
-- where the walk begins), among the next `scanned` of them (null: among all). Written out for each way, because an index of a part is used
-- only for a condition that says the part itself; the offset keeps the planner from looking up the words first.
drop function record_walk_found(tsquery, uuid, boolean, timestamptz, uuid, boolean, int);
create function record_walk_found(query tsquery, office uuid, over boolean, place_due timestamptz, place_id uuid, backwards boolean, most int,
  scanned bigint)
returns uuid[] language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp
set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  ids uuid[];
begin
  execute format(
    'select array(select c.id from (
         select t.id, t.due_at from record_ticket t
         where t.office_id = $2 and %1$s t.owed and ($4 is null or (t.due_at, t.id) %2$s ($3, $4))
           and (not t.restricted or t.assignee_id = platform_actor_id() or $2 = any (platform_supervised()))
           and t.id not in (select conduct_excluded())
         order by t.due_at %3$s, t.id %3$s limit $6) c
       cross join lateral (select ts_match_vq(s.search, $1) as hit from record_search s where s.ticket_id = c.id and s.office_id = $2 offset 0) m
       where m.hit order by c.due_at %3$s, c.id %3$s limit $5)',
    case when over then 'not' else '' end, case when backwards then '<' else '>' end, case when backwards then 'desc' else 'asc' end)
  into ids using query, office, place_due, place_id, most, scanned;
  return ids;
end
$$;
revoke all on function record_walk_found(tsquery, uuid, boolean, timestamptz, uuid, boolean, int, bigint) from public;

-- `more`: it finds more than `total`, nobody counted how many.
drop function record_search_page(text, uuid, boolean, timestamptz, uuid, boolean, int);
create function record_search_page(words text, office uuid, place_over boolean, place_due timestamptz, place_id uuid, backwards boolean, most int)
returns table (id uuid, total bigint, more boolean)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp
set enable_seqscan = off set enable_bitmapscan = on rows 50 as $$
#variable_conflict use_column
declare
  supervises constant boolean := office = any (platform_supervised());
  me constant uuid := platform_actor_id();
  query constant tsquery := record_search_query(words);
  most_counted constant int := 500;
  -- Where more tickets than this are over, a word that most reports have is met at once.
  large_unit constant int := 2000;
  glance constant int := 400;
  found_ids uuid[];
  ids uuid[] := '{}';
  -- The walk begins in the part of its place and goes on in the other one.
  first_over constant boolean := coalesce(place_over, backwards);
begin
  -- Signs without words would find everything.
  if platform_actor() <> 'officer' or not office = any (platform_offices()) or numnode(query) = 0 then
    return query select null::uuid, 0::bigint, false;
    return;
  end if;
  if coalesce((select sum(delta) from record_closed where office_id = office), 0) > large_unit then
    ids := record_walk_found(query, office, first_over, place_due, place_id, backwards, most, glance);
    if cardinality(ids) >= most then
      return query select page.id, (most - 1)::bigint, true from unnest(ids) page (id);
      return;
    end if;
    ids := '{}';
  end if;
  found_ids := array(
    select s.ticket_id from record_search s
    where s.search @@ (('''@' || office::text || '''')::tsquery && query)
      and s.office_id = office and (not s.restricted or s.assignee_id = me or supervises) and s.ticket_id not in (select conduct_excluded())
    limit most_counted + 1);
  if cardinality(found_ids) > most_counted then
    ids := record_walk_found(query, office, first_over, place_due, place_id, backwards, most, null);
    if first_over = backwards and cardinality(ids) < most then
      ids := ids || record_walk_found(query, office, not first_over, null, null, backwards, most - cardinality(ids), null);
    end if;
  elsif backwards then
    ids := array(select s.ticket_id from record_search s
      where s.ticket_id = any (found_ids) and s.office_id = office and (not s.owed, s.due_at, s.ticket_id) < (place_over, place_due, place_id)
      order by not s.owed desc, s.due_at desc, s.ticket_id desc limit most);
  else
    ids := array(select s.ticket_id from record_search s
      where s.ticket_id = any (found_ids) and s.office_id = office
        and (place_id is null or (not s.owed, s.due_at, s.ticket_id) > (place_over, place_due, place_id))
      order by not s.owed, s.due_at, s.ticket_id limit most);
  end if;
  return query select page.id, least(cardinality(found_ids), most_counted)::bigint, cardinality(found_ids) > most_counted
    from (select 1) one left join unnest(ids) page (id) on true;
end
$$;
-- As of the one before it (0012, 0018): only whom the service acts for.
revoke all on function record_search_page(text, uuid, boolean, timestamptz, uuid, boolean, int) from public;
grant execute on function record_search_page(text, uuid, boolean, timestamptz, uuid, boolean, int) to tanggap_app;

alter function record_find_number(text, uuid) set enable_bitmapscan = on;
