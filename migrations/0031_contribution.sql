-- Capability: contribution. What another unit is asked for a ticket. It reads the copy that the asker made for it, never the ticket.
create table contribution_request (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  office_id uuid not null references accounts_office (id),
  -- Where it was passed on from: once is enough, so that nothing wanders.
  passed_from uuid references accounts_office (id),
  asked_by uuid not null references accounts_officer (id),
  asked_by_name text not null,
  asking_office text not null,
  -- Of a ticket that only supervisors see: those of the asked unit alone.
  restricted boolean not null,
  question text not null,
  shared text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'answered', 'declined', 'withdrawn')),
  draft text not null default '',
  reply text not null default '',
  replied_by_name text,
  ended_at timestamptz,
  -- Told once each, however often the job runs.
  warned_at timestamptz,
  late_at timestamptz,
  check ((state = 'open') = (ended_at is null))
);
create index contribution_request_ticket on contribution_request (ticket_id, asked_at);
create index contribution_request_office on contribution_request (office_id, due_at) where state = 'open';
create index contribution_request_asker on contribution_request (asked_by, asked_at desc);
create index contribution_request_due on contribution_request (due_at) where state = 'open';

-- Nobody in the circle of a ticket is asked for it, whatever the program forgets.
create function contribution_refuse_circle() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if exists (select from conduct_excluded_unit where ticket_id = new.ticket_id and office_id = new.office_id) then
    raise exception 'a unit would be asked for a ticket that is kept from it';
  end if;
  return null;
end
$$;
create trigger contribution_no_circle after insert or update of office_id on contribution_request for each row
execute function contribution_refuse_circle();

alter table contribution_request enable row level security;
-- Written by the service alone, after it judged who asks and who answers.
create policy contribution_request_system on contribution_request for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
-- With the ticket, wherever it goes.
create policy contribution_request_ticket on contribution_request for select to tanggap_app
using ((select platform_actor()) = 'officer' and exists (select from record_ticket t where t.id = ticket_id));
-- The asked unit does not see the ticket, so its own policy says again whom it is kept from.
create policy contribution_request_asked on contribution_request for select to tanggap_app
using ((select platform_actor()) = 'officer' and state <> 'withdrawn'
  and office_id = any ((select platform_offices())::uuid[])
  and (not restricted or office_id = any ((select platform_supervised())::uuid[]))
  and ticket_id not in (select conduct_excluded()));
grant select, insert, update on contribution_request to tanggap_app;
