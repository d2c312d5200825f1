-- Answers on the way, readable only with the visitor's own cookie, and the keys that make sending twice one ticket.

create table intake_draft (
  -- Hash of the visitor's cookie; the key that opens `sealed` comes from the cookie itself and is stored nowhere.
  token_hash bytea primary key,
  -- The answers; after sending the receipt, without its code
  sealed bytea not null,
  -- The access code, for some minutes after sending
  sealed_code bytea,
  sent_at timestamptz,
  updated_at timestamptz not null
);
create index intake_draft_old on intake_draft (updated_at);

-- Only what the sweep of the file store must know; names and kinds are in the sealed answers.
create table intake_draft_file (
  store_key text primary key,
  token_hash bytea not null references intake_draft (token_hash) on delete cascade
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
