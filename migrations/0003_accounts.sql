-- Units, officers, their roles, sessions and keys.

create table accounts_office (
  id uuid primary key,
  code text not null unique,
  name text not null,
  type text not null check (type in ('ditjen', 'compliance', 'kanwil', 'kanim', 'ukk', 'ulp', 'rudenim', 'tpi', 'perwakilan')),
  class text,
  city text,
  province text,
  time_zone text not null check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  source text,
  active boolean not null default true,
  -- Public offices are offered in the form; central units are reached by routing.
  selectable boolean not null default true
);

create table accounts_officer (
  id uuid primary key,
  email text not null,
  name text not null,
  language text not null default 'id',
  password_hash text,
  totp_secret bytea,
  totp_last_step bigint,
  active boolean not null default true,
  demo boolean not null default false,
  created_at timestamptz not null,
  password_changed_at timestamptz
);
create unique index accounts_officer_email on accounts_officer (lower(email));

create table accounts_role (
  officer_id uuid not null references accounts_officer (id),
  role text not null check (role in ('intake', 'handler', 'manager', 'compliance', 'administrator', 'auditor')),
  office_id uuid not null references accounts_office (id),
  primary key (officer_id, role, office_id)
);
create index accounts_role_office on accounts_role (office_id);
create index accounts_officer_name on accounts_officer (lower(name), id);

create table accounts_password_history (
  officer_id uuid not null references accounts_officer (id),
  password_hash text not null,
  set_at timestamptz not null
);
create index accounts_password_history_officer on accounts_password_history (officer_id, set_at desc);

-- Only a hash of the cookie is kept: a stolen row opens nothing (acceptance S2).
create table accounts_session (
  token_hash bytea primary key,
  id uuid not null unique,
  officer_id uuid not null references accounts_officer (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  device text not null default '',
  address text not null default '',
  second_factor boolean not null default false
);
create index accounts_session_officer on accounts_session (officer_id);

-- Browser and network an officer signed in from before, as a keyed hash: what is not here is a new device (acceptance S5).
create table accounts_device (
  officer_id uuid not null references accounts_officer (id),
  print bytea not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (officer_id, print)
);

-- Half a sign-in that waits for its second step, or a link to set a password; each is good once.
create table accounts_challenge (
  token_hash bytea primary key,
  officer_id uuid not null references accounts_officer (id),
  purpose text not null check (purpose in ('second_factor', 'set_password')),
  -- The password that was given is shorter than the roles now ask for: after the second step comes a new one.
  weak_password boolean not null default false,
  expires_at timestamptz not null
);
create index accounts_challenge_officer on accounts_challenge (officer_id);

create table accounts_api_key (
  id uuid primary key,
  officer_id uuid not null references accounts_officer (id),
  name text not null,
  key_hash bytea not null unique,
  created_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz
);
create index accounts_api_key_officer on accounts_api_key (officer_id);

grant select, insert, update on accounts_office, accounts_officer, accounts_api_key to tanggap_app;
grant select, insert, update, delete on accounts_role, accounts_session, accounts_device to tanggap_app;
grant select, insert, delete on accounts_password_history, accounts_challenge to tanggap_app;
