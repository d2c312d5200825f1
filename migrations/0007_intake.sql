-- Answers on the way, readable only with the visitor's own cookie, and the keys that make sending twice one ticket.

create table intake_draft (
  token_hash bytea primary key,
  sealed bytea not null,
  updated_at timestamptz not null
);
create index intake_draft_old on intake_draft (updated_at);

create table intake_draft_file (
  id uuid primary key,
  token_hash bytea not null references intake_draft (token_hash) on delete cascade,
  name text not null,
  type text not null,
  size int not null,
  sha256 bytea not null,
  store_key text not null,
  at timestamptz not null
);
create index intake_draft_file_token on intake_draft_file (token_hash);

create table intake_submission (
  key_hash bytea primary key,
  ticket_id uuid not null,
  -- Keyed hash of what was sent: the same key with other content is a mistake, not a repetition.
  content_hash bytea not null,
  at timestamptz not null
);
create index intake_submission_old on intake_submission (at);

grant select, insert, update, delete on intake_draft, intake_draft_file, intake_submission to tanggap_app;
