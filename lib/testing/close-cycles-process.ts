import { closeDueBillingCycles } from "@/lib/billing/services/close-due-billing-cycles";

// A closing in a process of its own, to be killed in the middle: says when it begins, and closes in small batches.
process.stdout.write("closing\n");
await closeDueBillingCycles({
  now: new Date(process.argv[2] ?? ""),
  limit: 20,
  scope: { testClockId: null },
  actor: { kind: "cron" },
  timeLeft: () => true,
});
process.exit(0);
