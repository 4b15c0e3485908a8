-- Since when the password is the one it is: who signed in before that signs in again.
alter table account add column password_changed_at timestamptz;
