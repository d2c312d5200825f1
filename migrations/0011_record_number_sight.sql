-- Capability: record. A part of a number, as somebody reads it out on the phone: digits in a row, anywhere in it. Like the
-- page of a search it goes around row-level security to use its index, and so repeats the sight of an officer.
create or replace function record_find_number(part text, office uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_catalog, pg_temp rows 20 as $$
  select id from record_ticket
  where office_id = office and replace(number, '-', '') like '%' || regexp_replace(part, '[^0-9A-Za-z]', '', 'g') || '%'
    and platform_actor() = 'officer' and office = any (platform_offices())
    and (not restricted or assignee_id = platform_actor_id() or office = any (platform_supervised()))
$$;
