-- Capability: retaliation. Whether somebody is treated worse because of a complaint about staff: asked 30 and 90 days after it ended.

create table retaliation_check (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  days int not null check (days in (30, 90)),
  -- The end it counts from: a ticket that was opened again and ended anew is asked about anew.
  ended_at timestamptz not null,
  ask_at timestamptz not null,
  asked_at timestamptz,
  unique (ticket_id, days, ended_at)
);
create index retaliation_check_due on retaliation_check (ask_at) where asked_at is null;

-- Apart from the question, because it may lead to another ticket, and who does not see that one does not learn that there was an answer.
create table retaliation_answer (
  check_id uuid primary key references retaliation_check (id),
  ticket_id uuid not null references record_ticket (id),
  at timestamptz not null,
  treated text not null check (treated in ('same', 'worse', 'no_contact')),
  pressed text not null check (pressed in ('no', 'yes')),
  opened_ticket_id uuid unique references record_ticket (id),
  -- The code of the opened ticket, for the browser that answered, until somebody there had time to write it down.
  sealed_code bytea,
  session_hash bytea
);
create index retaliation_answer_ticket on retaliation_answer (ticket_id);
create index retaliation_answer_code on retaliation_answer (at) where sealed_code is not null;

alter table retaliation_check enable row level security;
alter table retaliation_answer enable row level security;

create policy retaliation_check_system on retaliation_check for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
create policy retaliation_check_own on retaliation_check for select to tanggap_app
using ((select platform_actor()) = 'keyholder' and ticket_id = (select platform_actor_id()));
create policy retaliation_check_visible on retaliation_check for select to tanggap_app
using ((select platform_actor()) = 'officer'
  and exists (select from record_ticket t where t.id = ticket_id and t.office_id = any ((select platform_supervised())::uuid[])));

create policy retaliation_answer_system on retaliation_answer for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
create policy retaliation_answer_own on retaliation_answer for select to tanggap_app
using ((select platform_actor()) = 'keyholder' and ticket_id = (select platform_actor_id()));
create policy retaliation_answer_visible on retaliation_answer for select to tanggap_app
using ((select platform_actor()) = 'officer'
  and exists (select from record_ticket t where t.id = ticket_id and t.office_id = any ((select platform_supervised())::uuid[]))
  and (opened_ticket_id is null
       or exists (select from record_ticket t where t.id = opened_ticket_id and t.office_id = any ((select platform_supervised())::uuid[]))));

grant select, insert, update, delete on retaliation_check, retaliation_answer to tanggap_app;

-- What ended in the last three months is asked about as well.
insert into retaliation_check (id, ticket_id, days, ended_at, ask_at)
select gen_random_uuid(), t.id, d.days, t.closed_at, t.closed_at + d.days * interval '1 day'
from record_ticket t cross join (values (30), (90)) as d(days)
where t.state in ('closed', 'archived', 'withdrawn') and t.closed_at + d.days * interval '1 day' > now()
  and (exists (select from conduct_subject s where s.ticket_id = t.id) or exists (select from conduct_excluded_unit u where u.ticket_id = t.id)
       or t.category like 'INT%' or t.category = 'DET.05' or (t.category in ('TPI.06', 'SVC.01') and t.kind in ('complaint', 'criticism')));
