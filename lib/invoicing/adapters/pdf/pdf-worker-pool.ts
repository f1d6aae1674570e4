import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/core/errors";
import type { InvoiceDocument } from "@/lib/invoicing/invoice-document";

export type PdfRequest = { id: number; document: InvoiceDocument };

export type PdfAnswer = { id: number; bytes: Uint8Array } | { id: number; error: string };

type Job = { document: InvoiceDocument; resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void };

type Pool = {
  worker?: Worker | undefined;
  running?: { id: number; job: Job } | undefined;
  waiting: Job[];
  lastId: number;
};

/** Beyond this the caller is told at once: the outbox tries again later, and memory stays flat. */
const MAX_WAITING = 1_000;

/** A one-page document takes some 30 ms; one that takes this long is stuck, and its thread is replaced. */
const TIMEOUT_MS = 60_000;

const MAX_HEAP_MB = 512;

const POOL = Symbol.for("new-concierge.pdf-worker-pool");

/** On globalThis: a bundler may load this module once per route, and there shall be one thread per process. */
function thePool(): Pool {
  const holder = globalThis as { [POOL]?: Pool };
  holder[POOL] ??= { waiting: [], lastId: 0 };
  return holder[POOL];
}

/**
 * Next compiles the worker into a chunk of its own when it sees `new Worker(new URL(…))`, and sets NEXT_RUNTIME at build
 * time; scripts and tests load the source through tsx instead.
 */
function startWorker(): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } };
  if (process.env.NEXT_RUNTIME === "nodejs") return new Worker(new URL("./pdf-worker.tsx", import.meta.url), options);
  return new Worker(new URL("./start-pdf-worker.mjs", import.meta.url), options);
}

/** Starts a thread whose end, however it comes, fails only the document it was drawing; the next one gets a new thread. */
function openWorker(pool: Pool): Worker {
  const worker = startWorker();
  const lost = (cause: unknown) => {
    if (pool.worker !== worker) return;
    pool.worker = undefined;
    settle(pool, (job) => job.reject(new Error("the PDF thread ended", { cause })));
  };

  worker.on("message", (answer: PdfAnswer) => {
    if (answer.id !== pool.running?.id) return;
    settle(pool, (job) =>
      "bytes" in answer ? job.resolve(answer.bytes) : job.reject(new Error(`PDF not drawn: ${answer.error}`)),
    );
  });
  worker.on("error", lost);
  worker.on("exit", lost);
  return worker;
}

function settle(pool: Pool, finish: (job: Job) => void): void {
  const running = pool.running;
  pool.running = undefined;
  if (running) finish(running.job);
  next(pool);
}

/** Hands the thread its next document; an idle thread does not keep the process alive. */
function next(pool: Pool): void {
  if (pool.running) return;
  const job = pool.waiting.shift();
  if (!job) return pool.worker?.unref();

  pool.worker ??= openWorker(pool);
  const { worker } = pool;
  const id = ++pool.lastId;
  const timer = setTimeout(() => void worker.terminate(), TIMEOUT_MS);
  const cleared =
    <Argument>(finish: (argument: Argument) => void) =>
    (argument: Argument) => {
      clearTimeout(timer);
      finish(argument);
    };
  pool.running = { id, job: { ...job, resolve: cleared(job.resolve), reject: cleared(job.reject) } };
  worker.ref();
  worker.postMessage({ id, document: job.document } satisfies PdfRequest);
}

/** Draws a document in the thread, in turn. Rejects with provider_unavailable when too many wait already. */
export function drawInWorker(document: InvoiceDocument): Promise<Uint8Array> {
  const pool = thePool();
  if (pool.waiting.length >= MAX_WAITING) {
    throw new AppError("provider_unavailable", { message: "too many PDFs wait to be drawn" });
  }

  return new Promise((resolve, reject) => {
    pool.waiting.push({ document, resolve, reject });
    next(pool);
  });
}

/** Ends the thread, e.g. at the end of a test; the next document starts another. */
export async function closePdfWorker(): Promise<void> {
  await thePool().worker?.terminate();
}
