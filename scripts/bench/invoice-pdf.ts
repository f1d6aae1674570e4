import { closePdfWorker } from "@/lib/invoicing/adapters/pdf/pdf-worker-pool";
import { renderInvoicePdf } from "@/lib/invoicing/adapters/pdf/render-invoice-pdf";
import { sampleInvoice } from "@/lib/invoicing/adapters/pdf/sample-documents";

/*
 * Draws a one-page invoice RENDERS times, one after the other, and prints the times and what the process holds. The bound
 * is a median of 60 ms and flat memory over 1,000: `RENDERS=1000 npx tsx --tsconfig scripts/tsconfig.json …`.
 */

const RENDERS = Number(process.env.RENDERS ?? 200);
const BOUND_MS = 60;
const WARM_UP = 20;

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1024 / 1024);
}

function percentile(sorted: number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}

async function render(sequence: number): Promise<{ milliseconds: number; bytes: number }> {
  const startedAt = performance.now();
  const pdf = await renderInvoicePdf(sampleInvoice({ number: `NC-2026-${String(sequence).padStart(6, "0")}` }));
  return { milliseconds: performance.now() - startedAt, bytes: pdf.length };
}

const first = await render(0);
for (let index = 1; index < WARM_UP; index++) await render(index);

const times: number[] = [];
const memory = [megabytes()];
for (let index = 0; index < RENDERS; index++) {
  times.push((await render(index)).milliseconds);
  if ((index + 1) % Math.ceil(RENDERS / 5) === 0) memory.push(megabytes());
}
await closePdfWorker();

times.sort((a, b) => a - b);
const median = percentile(times, 0.5);
console.log(`invoice PDF, one page, ${first.bytes} bytes, ${RENDERS} renders after ${WARM_UP}`);
console.log(
  `first ${first.milliseconds.toFixed(0)} ms, p50 ${median} ms, p95 ${percentile(times, 0.95)} ms, bound ${BOUND_MS} ms at p50`,
);
console.log(`memory of the process along the way: ${memory.join(" → ")} MB`);
process.exitCode = Number(median) <= BOUND_MS ? 0 : 1;
