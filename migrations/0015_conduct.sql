-- Capability: conduct. Whoever is complained of cannot handle, see, count or guess the case: who was named, who is kept away from a
-- ticket because of it, and who tried nevertheless. Row-level security asks here on every look at a ticket.

create table conduct_subject (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  -- One of the directory, a unit as a whole, or neither: a name in words.
  officer_id uuid references accounts_officer (id),
  office_id uuid references accounts_office (id),
  -- JSON of name, unit and time in words, sealed with a key of the service (id as associated data)
  sealed bytea,
  named_at timestamptz not null,
  -- null: by the complainant
  named_by uuid references accounts_officer (id),
  check (officer_id is null or office_id is null),
  check (officer_id is not null or office_id is not null or sealed is not null)
);
create index conduct_subject_ticket on conduct_subject (ticket_id);

-- Officers as they were when somebody was named: who leaves the unit afterwards stays away.
create table conduct_excluded_officer (
  ticket_id uuid not null references record_ticket (id),
  officer_id uuid not null references accounts_officer (id),
  reason text not null check (reason in ('named', 'unit', 'superior')),
  since timestamptz not null,
  primary key (ticket_id, officer_id)
);
create index conduct_excluded_officer_of on conduct_excluded_officer (officer_id, ticket_id);

-- Units, so that who joins one afterwards stays away as well.
create table conduct_excluded_unit (
  ticket_id uuid not null references record_ticket (id),
  office_id uuid not null references accounts_office (id),
  -- category: complained of by its category alone, as long as that stays. superior: only those who supervise there.
  reason text not null check (reason in ('category', 'unit', 'superior')),
  since timestamptz not null,
  primary key (ticket_id, office_id, reason)
);
create index conduct_excluded_unit_of on conduct_excluded_unit (office_id, reason, ticket_id);

create table conduct_attempt (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  officer_id uuid not null references accounts_officer (id),
  way text not null check (way in ('address', 'number')),
  at timestamptz not null
);
create index conduct_attempt_ticket on conduct_attempt (ticket_id, at desc);

-- The tickets that the officer who is there is kept away from. Asked once a statement: a policy that reads
-- `id not in (select conduct_excluded())` builds one hash of it, and lists and counts stay with their indexes.
create function conduct_excluded() returns setof uuid
language sql stable security definer set search_path = public, pg_catalog, pg_temp rows 10 as $$
  select ticket_id from conduct_excluded_officer where officer_id = platform_actor_id()
  union
  select u.ticket_id from accounts_role r join conduct_excluded_unit u
    on u.office_id = r.office_id and (u.reason <> 'superior' or r.role in ('manager', 'compliance'))
  where r.officer_id = platform_actor_id()
$$;
revoke all on function conduct_excluded() from public;
grant execute on function conduct_excluded() to tanggap_app;

-- Whether one officer is kept away from one ticket.
create function conduct_excludes(ticket uuid, officer uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from conduct_excluded_officer where ticket_id = ticket and officer_id = officer)
    or exists (select from accounts_role r join conduct_excluded_unit u
      on u.ticket_id = ticket and u.office_id = r.office_id and (u.reason <> 'superior' or r.role in ('manager', 'compliance'))
      where r.officer_id = officer)
$$;
revoke all on function conduct_excludes(uuid, uuid) from public;
grant execute on function conduct_excludes(uuid, uuid) to tanggap_app;

-- No way leads a ticket into the circle it is kept from, whatever the program forgets.
create function conduct_refuse_return() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if exists (select from conduct_excluded_unit where ticket_id = new.id and office_id = new.office_id and reason <> 'superior')
     or (new.assignee_id is not null and conduct_excludes(new.id, new.assignee_id)) then
    raise exception 'a ticket would go to somebody it is kept from';
  end if;
  return null;
end
$$;
create trigger conduct_no_return after update of office_id, assignee_id on record_ticket for each row
when (new.office_id is distinct from old.office_id or new.assignee_id is distinct from old.assignee_id)
execute function conduct_refuse_return();

alter table conduct_subject enable row level security;
alter table conduct_excluded_officer enable row level security;
alter table conduct_excluded_unit enable row level security;
alter table conduct_attempt enable row level security;

-- Written by the service alone. Read by those who supervise where the ticket lies, as far as they may see it themselves.
create policy conduct_subject_system on conduct_subject for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
create policy conduct_subject_visible on conduct_subject for select to tanggap_app
using ((select platform_actor()) = 'officer'
  and exists (select from record_ticket t where t.id = ticket_id and t.office_id = any ((select platform_supervised())::uuid[])));
create policy conduct_excluded_officer_system on conduct_excluded_officer for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
create policy conduct_excluded_officer_visible on conduct_excluded_officer for select to tanggap_app
using ((select platform_actor()) = 'officer'
  and exists (select from record_ticket t where t.id = ticket_id and t.office_id = any ((select platform_supervised())::uuid[])));
create policy conduct_excluded_unit_system on conduct_excluded_unit for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
create policy conduct_excluded_unit_visible on conduct_excluded_unit for select to tanggap_app
using ((select platform_actor()) = 'officer'
  and exists (select from record_ticket t where t.id = ticket_id and t.office_id = any ((select platform_supervised())::uuid[])));
create policy conduct_attempt_system on conduct_attempt for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
create policy conduct_attempt_visible on conduct_attempt for select to tanggap_app
using ((select platform_actor()) = 'officer'
  and exists (select from record_ticket t where t.id = ticket_id and t.office_id = any ((select platform_supervised())::uuid[])));

grant select, insert on conduct_subject, conduct_attempt, conduct_excluded_officer to tanggap_app;
grant select, insert, delete on conduct_excluded_unit to tanggap_app;

-- Tickets, and with them all that follows a ticket: events, files, messages, clocks, identity, mails.
alter policy record_ticket_visible on record_ticket
using (
  (select platform_actor()) = 'system'
  or ((select platform_actor()) = 'keyholder' and id = (select platform_actor_id()))
  or ((select platform_actor()) = 'officer'
      and office_id = any ((select platform_offices())::uuid[])
      and (not restricted or assignee_id = (select platform_actor_id()) or office_id = any ((select platform_supervised())::uuid[]))
      and id not in (select conduct_excluded()))
);

-- The trail tells an auditor nothing of a ticket that is kept from them.
alter policy trail_entry_visible on trail_entry
using (
  (select platform_actor()) = 'system'
  or ((select platform_actor()) = 'officer' and (object_id is null or object_id not in (select conduct_excluded())))
  or ((select platform_actor()) = 'keyholder' and object_type = 'ticket' and object_id = (select platform_actor_id()))
);

-- The two that go around row-level security repeat it.
create or replace function record_search_page(words text, office uuid, place_over boolean, place_due timestamptz, place_id uuid, backwards boolean, most int)
returns table (id uuid, total bigint)
language sql stable security definer set search_path = public, pg_catalog, pg_temp rows 50 as $$
  with found as materialized (
    select t.id, not t.owed as over, t.due_at from record_ticket t
    where t.search @@ (('''@' || office::text || '''')::tsquery && record_search_query(words))
      and t.office_id = office
      -- Signs without words would find everything.
      and numnode(record_search_query(words)) > 0
      and platform_actor() = 'officer' and office = any (platform_offices())
      and (not t.restricted or t.assignee_id = platform_actor_id() or office = any (platform_supervised()))
      and t.id not in (select conduct_excluded())
  ), page as (
    (select f.id from found f where not backwards and (place_id is null or (f.over, f.due_at, f.id) > (place_over, place_due, place_id))
     order by f.over, f.due_at, f.id limit most)
    union all
    (select f.id from found f where backwards and (f.over, f.due_at, f.id) < (place_over, place_due, place_id)
     order by f.over desc, f.due_at desc, f.id desc limit most)
  )
  select page.id, counted.total from (select count(*) as total from found) counted left join page on true
$$;

create or replace function record_find_number(part text, office uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_catalog, pg_temp rows 20 as $$
  select id from record_ticket
  where office_id = office and replace(number, '-', '') like '%' || regexp_replace(part, '[^0-9A-Za-z]', '', 'g') || '%'
    and platform_actor() = 'officer' and office = any (platform_offices())
    and (not restricted or assignee_id = platform_actor_id() or office = any (platform_supervised()))
    and id not in (select conduct_excluded())
$$;
