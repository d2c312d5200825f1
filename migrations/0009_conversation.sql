-- What complainant and officers say to each other, and what officers note for themselves: two tables, so that no
-- mistake in a query can show a note to a complainant.

create table conversation_message (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  at timestamptz not null,
  author_kind text not null check (author_kind in ('keyholder', 'officer')),
  author_id uuid,
  author_name text,
  kind text not null check (kind in ('message', 'question', 'answer')),
  body text not null,
  -- Parts of an answer
  finding text,
  action text,
  remedy text,
  next_step text,
  language text not null
);
create index conversation_message_ticket on conversation_message (ticket_id, at);

create table conversation_note (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  at timestamptz not null,
  officer_id uuid not null references accounts_officer (id),
  officer_name text not null,
  body text not null
);
create index conversation_note_ticket on conversation_note (ticket_id, at);

alter table conversation_message enable row level security;
alter table conversation_note enable row level security;
create policy conversation_message_visible on conversation_message for select to tanggap_app
using (exists (select from record_ticket t where t.id = ticket_id));
create policy conversation_message_added on conversation_message for insert to tanggap_app
with check ((select platform_actor()) = 'system' or exists (select from record_ticket t where t.id = ticket_id));
create policy conversation_note_visible on conversation_note for select to tanggap_app
using ((select platform_actor()) in ('officer', 'system') and exists (select from record_ticket t where t.id = ticket_id));
create policy conversation_note_added on conversation_note for insert to tanggap_app
with check ((select platform_actor()) = 'system'
  or ((select platform_actor()) = 'officer' and exists (select from record_ticket t where t.id = ticket_id)));

grant select, insert on conversation_message, conversation_note to tanggap_app;
