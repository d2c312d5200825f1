-- access/accounts: which unit stands above another; without it the Kanwil of the province, else the directorate.
alter table accounts_office add column parent_id uuid references accounts_office (id) check (parent_id <> id);

-- complaint/deadlines: what is told of a clock before and after its end, to whom, and who took note.

alter table deadlines_clock
  -- null with next_at set: changed since it was last looked at, to be planned by the watch; both null: nothing more is told of it.
  add column next_milestone text,
  add column next_at timestamptz default now();
-- What is over when this comes needs no watching.
update deadlines_clock c set next_at = null
from record_ticket t where t.id = c.ticket_id and (not t.owed or c.stopped_at is not null);
create index deadlines_clock_next on deadlines_clock (next_at, ticket_id) where next_at is not null and stopped_at is null;

create table deadlines_warning (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  -- As it was then: a unit above is told of a ticket that it does not see.
  number text not null,
  from_office_id uuid not null references accounts_office (id),
  rule_id text not null,
  milestone text not null,
  -- The promise it was about: a new one is told of anew.
  due_at timestamptz not null,
  -- The unit whose people were told: that of the ticket, or one above it.
  office_id uuid not null references accounts_office (id),
  at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid references accounts_officer (id),
  unique (ticket_id, rule_id, milestone, due_at)
);

-- Who was told, and sees it: officers by themselves, so that nobody learns of a ticket by a warning who may not see it.
create table deadlines_notice (
  warning_id uuid not null references deadlines_warning (id),
  officer_id uuid not null references accounts_officer (id),
  at timestamptz not null,
  primary key (officer_id, at, warning_id)
);
create index deadlines_notice_warning on deadlines_notice (warning_id);

alter table deadlines_warning enable row level security;
alter table deadlines_notice enable row level security;
create policy deadlines_notice_system on deadlines_notice for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
create policy deadlines_notice_own on deadlines_notice for select to tanggap_app
using ((select platform_actor()) = 'officer' and officer_id = (select platform_actor_id()));
create policy deadlines_warning_system on deadlines_warning for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
create policy deadlines_warning_told on deadlines_warning for select to tanggap_app
using ((select platform_actor()) = 'officer'
  and exists (select from deadlines_notice n where n.warning_id = id and n.officer_id = (select platform_actor_id())));
create policy deadlines_warning_acknowledged on deadlines_warning for update to tanggap_app
using ((select platform_actor()) = 'officer'
  and exists (select from deadlines_notice n where n.warning_id = id and n.officer_id = (select platform_actor_id())));

grant select, insert, update on deadlines_warning to tanggap_app;
grant select, insert on deadlines_notice to tanggap_app;
