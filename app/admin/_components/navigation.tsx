import { Activity, AlarmClock, LayoutDashboard, ReceiptEuro, Repeat, ScrollText, Tags, UsersRound } from "lucide-react";
import type { NavItem } from "@/components/layout/nav-item";

type Words = (
  key: "overview" | "customers" | "subscriptions" | "invoices" | "catalog" | "system" | "audit" | "testClocks",
) => string;

/** What waits for a person of ours. */
type Attention = { parkedSubscriptions: number; deadMessages: number; unknownPayments: number };

/** The menu of the business desk. A place is lit while something there needs a person. */
export function deskNavigation(t: Words, attention: Attention): NavItem[] {
  const stuck = attention.deadMessages + attention.unknownPayments;
  return [
    { href: "/admin", label: t("overview"), icon: <LayoutDashboard /> },
    { href: "/admin/customers", label: t("customers"), icon: <UsersRound /> },
    {
      href: "/admin/subscriptions",
      label: t("subscriptions"),
      icon: <Repeat />,
      ...needing(attention.parkedSubscriptions),
    },
    { href: "/admin/invoices", label: t("invoices"), icon: <ReceiptEuro /> },
    { href: "/admin/catalog", label: t("catalog"), icon: <Tags /> },
    { href: "/admin/system", label: t("system"), icon: <Activity />, ...needing(stuck) },
    { href: "/admin/audit", label: t("audit"), icon: <ScrollText /> },
    { href: "/admin/test-clocks", label: t("testClocks"), icon: <AlarmClock /> },
  ];
}

function needing(count: number): Pick<NavItem, "count" | "lit"> {
  return count > 0 ? { count, lit: true } : {};
}
