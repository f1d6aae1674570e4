import { resourceMissing } from "@/sandbox/stripe/api-error";
import type { Executor } from "@/sandbox/stripe/database/connect";
import { API_VERSION } from "@/sandbox/stripe/api-version";
import { newId } from "@/sandbox/stripe/ids";
import type { Internal, StoredObject, StoredType, StoredTypes } from "@/sandbox/stripe/objects/stored-object";

/** Work the sandbox does by itself a moment later, as Stripe does. */
export type JobKind = "settle_charge" | "open_dispute" | "finish_refund" | "fail_refund";

export type StoredReply = {
  scope: string;
  key: string;
  endpoint: string;
  paramsHash: string;
  status: number;
  body: string;
};

/** `patch` is what this request changes of `internal`: what others change of it at the same time stays. */
type Loaded = { object: StoredObject; internal: Internal; patch: Internal; dirty: boolean };
type Row = { id: string; type: string; data: StoredObject; internal: Internal };
type Origin = { requestId: string | null; idempotencyKey: string | null };

/**
 * Everything one request reads and is about to write. Objects are immutable values: `put` replaces one. Nothing reaches
 * the database before `flush`, which writes all of it in one statement; so a request that fails halfway writes nothing.
 */
export class UnitOfWork {
  /** Unix seconds. */
  readonly now: number;
  readonly sql: Executor;
  readonly publicUrl: string;
  readonly #origin: Origin;
  readonly #loaded = new Map<string, Loaded>();
  #events: object[] = [];
  #jobs: object[] = [];

  constructor(sql: Executor, options: { now: number; publicUrl: string; origin: Origin }) {
    this.sql = sql;
    this.now = options.now;
    this.publicUrl = options.publicUrl;
    this.#origin = options.origin;
  }

  /** Reads several objects in one query; the ones that do not exist are simply not there. */
  async load(ids: Iterable<string | null | undefined>, options: { lock?: boolean } = {}): Promise<void> {
    const wanted = [...ids].filter(
      (id): id is string => typeof id === "string" && (options.lock || !this.#loaded.has(id)),
    );
    if (wanted.length === 0) return;

    const rows = options.lock
      ? await this.sql<Row[]>`
          select id, type, data, internal from sandbox_stripe.objects where id = any(${wanted}) order by seq for update`
      : await this.sql<Row[]>`select id, type, data, internal from sandbox_stripe.objects where id = any(${wanted})`;

    for (const row of rows) {
      if (this.#loaded.get(row.id)?.dirty) continue;
      this.#loaded.set(row.id, { object: row.data, internal: row.internal, patch: {}, dirty: false });
    }
  }

  async find<T extends StoredType>(type: T, id: string): Promise<StoredTypes[T] | undefined> {
    await this.load([id]);
    const object = this.#loaded.get(id)?.object;

    return object?.object === type && !isDeleted(object) ? (object as StoredTypes[T]) : undefined;
  }

  /** The object a parameter refers to, or the 400 Stripe answers. */
  async refer<T extends StoredType>(type: T, reference: { id: string; param: string }): Promise<StoredTypes[T]> {
    const object = await this.find(type, reference.id);
    if (object === undefined) throw resourceMissing(type, { ...reference, status: 400 });

    return object;
  }

  /** The object a path names, locked until the transaction ends, or a 404. */
  async lock<T extends StoredType>(type: T, id: string): Promise<StoredTypes[T]> {
    await this.load([id], { lock: true });

    return this.retrieve(type, id);
  }

  /** The object a path names, or a 404. */
  async retrieve<T extends StoredType>(type: T, id: string): Promise<StoredTypes[T]> {
    const object = await this.find(type, id);
    if (object === undefined) throw resourceMissing(type, { id, param: pathParams[type] ?? "id", status: 404 });

    return object;
  }

  /** An object of any kind, when it has been loaded. */
  peek(id: string): StoredObject | undefined {
    return this.#loaded.get(id)?.object;
  }

  internal(id: string): Internal {
    return this.#loaded.get(id)?.internal ?? {};
  }

  put<T extends StoredObject>(object: T, internal: Internal = {}): T {
    const before = this.#loaded.get(object.id);
    this.#loaded.set(object.id, {
      object,
      internal: { ...before?.internal, ...internal },
      patch: { ...before?.patch, ...internal },
      dirty: true,
    });

    return object;
  }

  /** Records an event about an object as it is now. */
  emit(type: string, change: { object: StoredObject; previous?: object }): void {
    const body = {
      id: newId("evt"),
      object: "event",
      api_version: API_VERSION,
      created: this.now,
      data: {
        object: change.object,
        ...(change.previous === undefined ? {} : { previous_attributes: change.previous }),
      },
      livemode: false,
      request: { id: this.#origin.requestId, idempotency_key: this.#origin.idempotencyKey },
      type,
    };
    this.#events.push({ id: body.id, type, created: this.now, data: body });
  }

  schedule(kind: JobKind, job: { objectId: string; delayMs: number }): void {
    this.#jobs.push({ kind, object_id: job.objectId, delay_ms: job.delayMs });
  }

  /** Forgets every change: the answer is an error that leaves nothing behind. */
  discard(): void {
    for (const [id, entry] of this.#loaded) if (entry.dirty) this.#loaded.delete(id);
    this.#events = [];
    this.#jobs = [];
  }

  /** Writes all changes and, with them, the answer to keep for the idempotency key. Returns whether to wake the deliverer. */
  async flush(reply?: StoredReply): Promise<boolean> {
    const objects = [...this.#loaded.values()]
      .filter((entry) => entry.dirty)
      .map(({ object, patch }) => ({
        id: object.id,
        type: object.object,
        created: "created" in object ? object.created : this.now,
        data: object,
        internal: patch,
      }));
    if (objects.length + this.#events.length + this.#jobs.length === 0 && reply === undefined) return false;

    const document = JSON.stringify({
      objects,
      events: this.#events,
      jobs: this.#jobs,
      replies: reply === undefined ? [] : [{ ...reply, request_id: this.#origin.requestId }],
    });
    const [written] = await this.sql<{ deliveries: number }[]>`
      with input as materialized (select ${document}::text::jsonb as doc),
      new_objects as (
        insert into sandbox_stripe.objects (id, type, created, data, internal)
        select r.id, r.type, r.created, r.data, r.internal
        from input, jsonb_to_recordset(doc -> 'objects') as r(id text, type text, created bigint, data jsonb, internal jsonb)
        on conflict (id) do update set data = excluded.data, internal = objects.internal || excluded.internal
      ),
      new_events as (
        insert into sandbox_stripe.events (id, type, created, data)
        select r.id, r.type, r.created, r.data
        from input, jsonb_to_recordset(doc -> 'events') as r(id text, type text, created bigint, data jsonb)
      ),
      new_deliveries as (
        insert into sandbox_stripe.deliveries (event_id, endpoint_id)
        select e.id, w.id
        from input, jsonb_to_recordset(doc -> 'events') as e(id text, type text)
        join sandbox_stripe.objects w on w.type = 'webhook_endpoint' and w.data ->> 'status' = 'enabled'
          and w.data -> 'enabled_events' ?| array['*', e.type]
        returning 1
      ),
      new_jobs as (
        insert into sandbox_stripe.jobs (kind, object_id, run_at)
        select r.kind, r.object_id, now() + r.delay_ms * interval '1 millisecond'
        from input, jsonb_to_recordset(doc -> 'jobs') as r(kind text, object_id text, delay_ms integer)
      ),
      new_replies as (
        insert into sandbox_stripe.idempotency_keys (scope, key, endpoint, params_hash, status, body, request_id)
        select r.scope, r.key, r.endpoint, r."paramsHash", r.status, r.body, r.request_id
        from input, jsonb_to_recordset(doc -> 'replies') as
          r(scope text, key text, endpoint text, "paramsHash" text, status integer, body text, request_id text)
      )
      select count(*)::integer as deliveries from new_deliveries`;

    return (written?.deliveries ?? 0) > 0;
  }
}

/** What Stripe calls the id in the path, in its 404s. */
const pathParams: Partial<Record<StoredType, string>> = {
  payment_intent: "intent",
  setup_intent: "intent",
  payment_method: "payment_method",
  webhook_endpoint: "webhook_endpoint",
};

function isDeleted(object: StoredObject): boolean {
  return "deleted" in object;
}
