-- A search reads no more than it shows. To count a common word exactly, and to find the most urgent of what it finds, the search of a big
-- unit went through all its tickets: 93 ms of CPU at a million tickets, and more each year. Up to a thousand are counted and ordered as
-- before. Where there are more, that is said (`total` 1001), and the page is found by walking from the most urgent on: what is common is soon met.

create index record_ticket_over on record_ticket (office_id, due_at, id) where not owed;

-- The next `most` tickets of a unit, owed ones or those that are over, that a query finds beyond a place (null: from the end of the list
-- where the walk begins). Written out for each way, because an index of a part is used only for a condition that says the part itself; the
-- offset keeps the planner from looking up the words first.
create function record_walk_found(query tsquery, office uuid, over boolean, place_due timestamptz, place_id uuid, backwards boolean, most int)
returns uuid[] language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  ids uuid[];
begin
  execute format(
    'select array(select t.id from record_ticket t
       cross join lateral (select ts_match_vq(s.search, $1) as hit from record_search s where s.ticket_id = t.id offset 0) m
       where t.office_id = $2 and %1$s t.owed and ($4 is null or (t.due_at, t.id) %2$s ($3, $4)) and m.hit
         and (not t.restricted or t.assignee_id = platform_actor_id() or $2 = any (platform_supervised()))
         and t.id not in (select conduct_excluded())
       order by t.due_at %3$s, t.id %3$s limit $5)',
    case when over then 'not' else '' end, case when backwards then '<' else '>' end, case when backwards then 'desc' else 'asc' end)
  into ids using query, office, place_due, place_id, most;
  return ids;
end
$$;
revoke all on function record_walk_found(tsquery, uuid, boolean, timestamptz, uuid, boolean, int) from public;

create or replace function record_search_page(words text, office uuid, place_over boolean, place_due timestamptz, place_id uuid, backwards boolean, most int)
returns table (id uuid, total bigint)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp set enable_seqscan = off rows 50 as $$
#variable_conflict use_column
declare
  supervises constant boolean := office = any (platform_supervised());
  me constant uuid := platform_actor_id();
  query constant tsquery := record_search_query(words);
  found_ids uuid[];
  ids uuid[] := '{}';
  -- The walk begins in the part of its place and goes on in the other one.
  first_over constant boolean := coalesce(place_over, backwards);
begin
  -- Signs without words would find everything.
  if platform_actor() <> 'officer' or not office = any (platform_offices()) or numnode(query) = 0 then
    return query select null::uuid, 0::bigint;
    return;
  end if;
  found_ids := array(
    select s.ticket_id from record_search s
    where s.search @@ (('''@' || office::text || '''')::tsquery && query)
      and s.office_id = office and (not s.restricted or s.assignee_id = me or supervises) and s.ticket_id not in (select conduct_excluded())
    limit 1001);
  if cardinality(found_ids) > 1000 then
    ids := record_walk_found(query, office, first_over, place_due, place_id, backwards, most);
    if first_over = backwards and cardinality(ids) < most then
      ids := ids || record_walk_found(query, office, not first_over, null, null, backwards, most - cardinality(ids));
    end if;
  elsif backwards then
    ids := array(select s.ticket_id from record_search s
      where s.ticket_id = any (found_ids) and (not s.owed, s.due_at, s.ticket_id) < (place_over, place_due, place_id)
      order by not s.owed desc, s.due_at desc, s.ticket_id desc limit most);
  else
    ids := array(select s.ticket_id from record_search s
      where s.ticket_id = any (found_ids) and (place_id is null or (not s.owed, s.due_at, s.ticket_id) > (place_over, place_due, place_id))
      order by not s.owed, s.due_at, s.ticket_id limit most);
  end if;
  return query select page.id, cardinality(found_ids)::bigint from (select 1) one left join unnest(ids) page (id) on true;
end
$$;
