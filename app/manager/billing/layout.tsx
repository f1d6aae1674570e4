import type { ReactNode } from "react";
import { ClientMessages } from "@/components/layout/client-messages";

/** Hands the portal's sentences to the forms within. */
export default function BillingLayout({ children }: { children: ReactNode }): ReactNode {
  return <ClientMessages namespaces={["manager", "billing", "payments"]}>{children}</ClientMessages>;
}
