-- Mail that goes out, and the texts an administrator may change.

create table notification_text (
  name text not null,
  language text not null,
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (name, language)
);

create table notification_mail (
  id uuid primary key,
  -- One mail a cause, template and recipient, however often the job runs.
  cause text not null unique,
  ticket_id uuid,
  template text not null,
  language text not null,
  -- Address and content sealed; who got what is nobody's business but the sender's. Forgotten once sent or given up.
  sealed bytea,
  state text not null check (state in ('queued', 'sent', 'outbox', 'failed')),
  attempts int not null default 0,
  last_problem text,
  created_at timestamptz not null,
  sent_at timestamptz,
  check (sealed is not null or state in ('sent', 'failed'))
);
create index notification_mail_ticket on notification_mail (ticket_id) where ticket_id is not null;
create index notification_mail_outbox on notification_mail (created_at desc, id desc) where state = 'outbox';
create index notification_mail_failed on notification_mail (created_at) where state = 'failed';

alter table notification_mail enable row level security;
create policy notification_mail_system on notification_mail for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
-- Officers follow the mails of the tickets they see.
create policy notification_mail_visible on notification_mail for select to tanggap_app
using ((select platform_actor()) = 'officer' and exists (select from record_ticket t where t.id = ticket_id));

grant select, insert, update on notification_mail to tanggap_app;
grant select, insert, update, delete on notification_text to tanggap_app;
