-- Row-level security, grants, triggers and partitions: what drizzle-kit does not write. Proved by db/protection.db.test.ts.

-- One call protects one tenant table: the tenant's role sees the organization set for the transaction, the platform's role and the owner see all.
-- FORCE holds for the owner too, which therefore needs a policy of its own, or a back-fill would silently touch no rows.
create or replace function nc_protect_tenant_table(target regclass, tenant_column name default 'organization_id') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s to nc_app using (%2$I = (select nullif(current_setting(''app.organization'', true), '''')::uuid)) with check (%2$I = (select nullif(current_setting(''app.organization'', true), '''')::uuid))',
    target, tenant_column);
  execute format('create policy platform on %s to nc_platform using (true) with check (true)', target);
  execute format('create policy migration on %s to %I using (true) with check (true)', target, current_user);
end $$;
--> statement-breakpoint
-- usage_event by month. The default partition catches what no month was made for yet; nc_ensure_usage_partition is called ahead of time by a cron.
drop table usage_event;
--> statement-breakpoint
create table usage_event (
  id uuid not null,
  organization_id uuid not null references organization (id) on delete restrict,
  metric_key text not null references metric (key) on delete restrict,
  event_id text not null,
  occurred_at timestamptz not null,
  quantity numeric not null,
  user_id uuid,
  resource text,
  properties jsonb,
  created_at timestamptz not null default now(),
  primary key (id, occurred_at)
) partition by range (occurred_at);
--> statement-breakpoint
create index usage_event_metric_idx on usage_event (organization_id, metric_key, occurred_at);
--> statement-breakpoint
create table usage_event_default partition of usage_event default;
--> statement-breakpoint
do $$
declare name text;
begin
  for name in
    select distinct c.table_name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.column_name = 'organization_id'
  loop
    perform nc_protect_tenant_table(format('public.%I', name)::regclass);
  end loop;
  perform nc_protect_tenant_table('public.organization'::regclass, 'id');
end $$;
--> statement-breakpoint
-- A tenant sees the people of its own organization, and the clock it lives by.
alter table user_account enable row level security;
alter table user_account force row level security;
create policy tenant on user_account for select to nc_app using (exists (select 1 from membership m where m.user_id = user_account.id));
create policy platform on user_account to nc_platform using (true) with check (true);
alter table test_clock enable row level security;
alter table test_clock force row level security;
create policy tenant on test_clock for select to nc_app using (exists (select 1 from organization o where o.test_clock_id = test_clock.id));
create policy platform on test_clock to nc_platform using (true) with check (true);
--> statement-breakpoint
do $$
begin
  execute format('create policy migration on user_account to %I using (true) with check (true)', current_user);
  execute format('create policy migration on test_clock to %I using (true) with check (true)', current_user);
end $$;
--> statement-breakpoint
grant usage on schema public to nc_app, nc_platform;
revoke create on schema public from public;
grant select, insert, update, delete on all tables in schema public to nc_platform;
grant usage on all sequences in schema public to nc_app, nc_platform;
--> statement-breakpoint
-- Money, ledger and audit rows are never deleted; ledger, audit and files never changed either (drafts are the exception, see the triggers).
revoke update, delete on audit_event, journal_entry, journal_line, stored_file from nc_platform;
revoke delete on organization, billing_account, subscription, billing_period, billed_usage, payment_attempt, payment_customer, payment_method, webhook_event, document_counter, issuer, metric_snapshot from nc_platform;
--> statement-breakpoint
grant select on metric, plan, plan_version, price, metered_charge, entitlement, issuer, test_clock, user_account, organization, membership to nc_app;
grant update on organization to nc_app;
grant select, insert, update on building, apartment, occupancy, announcement, document to nc_app;
grant select, insert, update on billing_account, subscription, billing_period, pending_change, payment_customer, payment_method, payment_attempt, usage_day, metric_snapshot to nc_app;
grant select, insert, update, delete on organization_limit, invoice, invoice_line, invoice_tax to nc_app;
grant select on billed_usage, journal_entry, journal_line, mail_message to nc_app;
grant select, insert on stored_file, audit_event, outbox_message, usage_event, usage_event_key to nc_app;
--> statement-breakpoint
-- An issued document is frozen: status by legal steps, what was paid or credited, when, and the PDF's id may change; all else may not.
create or replace function nc_invoice_frozen() returns trigger language plpgsql as $$
declare
  mutable constant text[] := array['status', 'amount_paid_minor', 'credited_minor', 'credit_applied_minor', 'paid_at', 'pdf_file_id'];
begin
  if tg_op = 'DELETE' then
    if old.status <> 'draft' then raise exception 'invoice % is issued and cannot be deleted', old.id using errcode = 'NC001'; end if;
    return old;
  end if;
  if old.status = 'draft' then return new; end if;
  if (to_jsonb(old) - mutable) is distinct from (to_jsonb(new) - mutable) then
    raise exception 'invoice % is issued and frozen', old.id using errcode = 'NC001';
  end if;
  if old.pdf_file_id is not null and new.pdf_file_id is distinct from old.pdf_file_id then
    raise exception 'the PDF of invoice % is stored once', old.id using errcode = 'NC001';
  end if;
  if old.status <> new.status and not (
    (old.status = 'open' and new.status in ('paid', 'void', 'uncollectible')) or (old.status = 'uncollectible' and new.status in ('paid', 'void'))
  ) then
    raise exception 'invoice % cannot go from % to %', old.id, old.status, new.status using errcode = 'NC001';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invoice_frozen before update or delete on invoice for each row execute function nc_invoice_frozen();
--> statement-breakpoint
-- Lines and tax rows come with their invoice, in its own transaction, or while it is a draft.
create or replace function nc_invoice_part_inserted() returns trigger language plpgsql as $$
begin
  if exists (select 1 from inserted p join invoice i on i.id = p.invoice_id where i.status <> 'draft' and i.created_at <> now()) then
    raise exception 'an issued invoice takes no further lines' using errcode = 'NC001';
  end if;
  return null;
end $$;
--> statement-breakpoint
create or replace function nc_invoice_part_frozen() returns trigger language plpgsql as $$
begin
  if exists (select 1 from invoice i where i.id = old.invoice_id and i.status <> 'draft') then
    raise exception 'the lines of an issued invoice are frozen' using errcode = 'NC001';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invoice_line_inserted after insert on invoice_line referencing new table as inserted for each statement execute function nc_invoice_part_inserted();
create trigger invoice_tax_inserted after insert on invoice_tax referencing new table as inserted for each statement execute function nc_invoice_part_inserted();
create trigger invoice_line_frozen before update or delete on invoice_line for each row execute function nc_invoice_part_frozen();
create trigger invoice_tax_frozen before update or delete on invoice_tax for each row execute function nc_invoice_part_frozen();
--> statement-breakpoint
-- Double entry: the lines of an entry arrive in one statement and sum to zero per currency. As each statement balances, so does the table.
create or replace function nc_journal_balanced() returns trigger language plpgsql as $$
begin
  if exists (select 1 from inserted group by journal_entry_id, currency having sum(amount_minor) <> 0) then
    raise exception 'a journal entry does not sum to zero' using errcode = 'NC002';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger journal_line_balanced after insert on journal_line referencing new table as inserted for each statement execute function nc_journal_balanced();
--> statement-breakpoint
create or replace function nc_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'NC003';
end $$;
--> statement-breakpoint
create trigger journal_entry_append_only before update or delete on journal_entry for each row execute function nc_append_only();
create trigger journal_line_append_only before update or delete on journal_line for each row execute function nc_append_only();
create trigger audit_event_append_only before update or delete on audit_event for each row execute function nc_append_only();
create trigger stored_file_append_only before update or delete on stored_file for each row execute function nc_append_only();
--> statement-breakpoint
-- Security definer, as the platform's role owns no table and may not create one.
create or replace function nc_ensure_usage_partition(month date) returns void language plpgsql security definer set search_path = public as $$
declare
  first date := date_trunc('month', month)::date;
  child text := format('usage_event_%s', to_char(first, 'YYYY_MM'));
begin
  if to_regclass(child) is not null then return; end if;
  if exists (select 1 from usage_event_default where occurred_at >= first and occurred_at < first + interval '1 month') then return; end if;
  execute format('create table %I partition of usage_event for values from (%L) to (%L)', child, first::timestamptz, (first + interval '1 month')::timestamptz);
end $$;
--> statement-breakpoint
revoke execute on function nc_ensure_usage_partition(date) from public;
grant execute on function nc_ensure_usage_partition(date) to nc_platform;
