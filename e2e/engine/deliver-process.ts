import { deliverOutbox } from "@/lib/outbox/services/deliver-outbox";
import { workflowHandlers } from "@/lib/workflows/registry";

// A delivery in a process of its own, to be killed in the middle of collecting.
process.stdout.write("delivering\n");
await deliverOutbox({ handlers: workflowHandlers, limit: 5000, deadline: new Date(Date.now() + 120_000) });
process.exit(0);
