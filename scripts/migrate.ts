import { loadDotEnv } from "@/scripts/dot-env";
import { explainError } from "@/scripts/explain-error";
import { migrateDatabase } from "@/scripts/migrate-database";

// npm run migrate: brings the database of DATABASE_URL (its owner's) to the newest schema.
loadDotEnv();
const ownerUrl = process.env["DATABASE_URL"];
if (!ownerUrl) {
  console.error("DATABASE_URL is not set: migrate needs the URL of the role that owns the database.");
  process.exit(1);
}

try {
  await migrateDatabase({
    ownerUrl,
    appUrl: process.env["DATABASE_APP_URL"],
    platformUrl: process.env["DATABASE_PLATFORM_URL"],
    report: console.log,
  });
  console.log("The database is up to date.");
} catch (error) {
  console.error(explainError(error));
  process.exit(1);
}
