import { cronRoute } from "@/lib/platform/cron-route";
import { reconcilePayments } from "@/lib/workflows/services/reconcile-payments";

export const { GET, POST } = cronRoute(reconcilePayments, { job: "reconcile-payments", lease: true });
