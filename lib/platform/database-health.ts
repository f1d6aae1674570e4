import "server-only";
import { sql } from "drizzle-orm";
import { appDatabase, platformDatabase } from "@/db/client";

const PATIENCE_MS = 2_000;

/** Whether both roles get an answer from the database within two seconds. */
export async function isDatabaseHealthy(): Promise<boolean> {
  const asked = Promise.all([appDatabase(), platformDatabase()].map((database) => database.execute(sql`select 1`)));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("late")), PATIENCE_MS);
  });
  try {
    await Promise.race([asked, late]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
