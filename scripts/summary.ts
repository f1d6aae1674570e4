import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { DATA } from "@/scripts/dot-env";

type SignIn = { role: string; email: string; password: string; note?: string };

function signIns(): SignIn[] {
  const file = join(DATA, "demo-sign-ins.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as SignIn[]) : [];
}

function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
}

/** What a newcomer needs to see: where it is, how to sign in, where it keeps things, how to end it. */
export function summary(options: {
  appUrl: string;
  sandboxUrl: string | null;
  hasMailbox: boolean;
  hasDemo: boolean;
  took: string;
}): string {
  const addresses = [
    ["New Concierge", options.appUrl],
    ...(options.hasMailbox ? [["E-mails it sent", `${options.appUrl}/sandbox/mailbox`]] : []),
    ...(options.sandboxUrl ? [["Stripe stand-in", options.sandboxUrl]] : []),
  ];
  const people = options.hasDemo ? signIns() : [];
  return [
    "",
    `New Concierge is up (${options.took}).`,
    "",
    ...table(addresses),
    ...(people.length > 0
      ? [
          "",
          "Sign in as",
          ...table(people.map((person) => [person.role, person.email, person.password, person.note ?? ""])),
        ]
      : []),
    "",
    "Data and logs are in .data/ (npm run reset empties it). Ctrl-C stops everything.",
    "",
  ].join("\n");
}
