-- Who brought a ticket, kept apart from it and sealed. Handlers of an anonymous ticket never get it.

create table confidentiality_identity (
  ticket_id uuid primary key references record_ticket (id),
  -- JSON of name, e-mail, phone and the like, sealed with a key of the service (AES-256-GCM, ticket id as associated data)
  sealed bytea not null,
  -- Keyed hashes for looking a person up without opening anything
  email_hash bytea,
  phone_hash bytea,
  -- Hidden from handlers
  hidden boolean not null
);
create index confidentiality_identity_email on confidentiality_identity (email_hash) where email_hash is not null;
create index confidentiality_identity_phone on confidentiality_identity (phone_hash) where phone_hash is not null;

alter table confidentiality_identity enable row level security;
create policy confidentiality_identity_visible on confidentiality_identity for select to tanggap_app
using (
  (select platform_actor()) in ('system', 'keyholder') and exists (select from record_ticket t where t.id = ticket_id)
  or (select platform_actor()) = 'officer' and not hidden and exists (select from record_ticket t where t.id = ticket_id)
);
create policy confidentiality_identity_added on confidentiality_identity for insert to tanggap_app
with check ((select platform_actor()) = 'system');
grant select, insert on confidentiality_identity to tanggap_app;
