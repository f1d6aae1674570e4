import { Activity, AlarmClock, LayoutDashboard, ReceiptEuro, Repeat, ScrollText, Tags, UsersRound } from "lucide-react";
import type { NavItem } from "@/components/layout/nav-item";

type Words = (
  key: "overview" | "customers" | "subscriptions" | "invoices" | "catalog" | "system" | "audit" | "testClocks",
) => string;

/** The menu of the business desk. */
export function deskNavigation(t: Words): NavItem[] {
  return [
    { href: "/admin", label: t("overview"), icon: <LayoutDashboard /> },
    { href: "/admin/customers", label: t("customers"), icon: <UsersRound /> },
    { href: "/admin/subscriptions", label: t("subscriptions"), icon: <Repeat /> },
    { href: "/admin/invoices", label: t("invoices"), icon: <ReceiptEuro /> },
    { href: "/admin/catalog", label: t("catalog"), icon: <Tags /> },
    { href: "/admin/system", label: t("system"), icon: <Activity /> },
    { href: "/admin/audit", label: t("audit"), icon: <ScrollText /> },
    { href: "/admin/test-clocks", label: t("testClocks"), icon: <AlarmClock /> },
  ];
}
