import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

/**
 * Below these versions lie published holes (remote code execution in React's Flight protocol and in Next's image optimizer,
 * next-auth's e-mail checks, Drizzle's identifiers, nodemailer's headers). `npm audit` would ask the network; this asks the lock file.
 */
const FLOORS: [name: string, lowest: string][] = [
  ["next", "16.4.5"],
  ["react", "19.2.8"],
  ["react-dom", "19.2.8"],
  ["next-auth", "5.0.0-beta.32"],
  ["drizzle-orm", "0.45.2"],
  ["nodemailer", "9.0.1"],
];

type Lock = { packages: Record<string, { version?: string }> };

const lock = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../package-lock.json", import.meta.url)), "utf8"),
) as Lock;

function installedVersions(name: string): string[] {
  const isOf = (path: string): boolean => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`);
  return Object.entries(lock.packages).flatMap(([path, entry]) => (isOf(path) && entry.version ? [entry.version] : []));
}

/** Negative when `a` is the lower version. A release is above its own betas. */
function compareVersions(a: string, b: string): number {
  const parts = (version: string): number[] => {
    const [release = "", beta] = version.split("-");
    const number = beta === undefined ? Number.POSITIVE_INFINITY : Number(/\d+$/.exec(beta)?.[0] ?? 0);
    return [...release.split(".").map(Number), number];
  };
  const other = parts(b);
  const differing = parts(a).map((part, index) => (part === other[index] ? 0 : part - (other[index] ?? 0)));
  return differing.find((difference) => difference !== 0) ?? 0;
}

describe("the lock file", () => {
  it.each(FLOORS)("holds no %s below %s", (name, lowest) => {
    const versions = installedVersions(name);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => compareVersions(version, lowest) < 0)).toEqual([]);
  });

  it.each([
    ["16.4.5", "16.4.6", -1],
    ["16.4.5", "16.4.5", 0],
    ["16.10.0", "16.4.5", 1],
    ["5.0.0-beta.31", "5.0.0-beta.32", -1],
    ["5.0.0", "5.0.0-beta.32", 1],
    ["4.24.15", "5.0.0-beta.32", -1],
  ])("is read by a comparison that puts %s and %s in order", (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});
