import { defineConfig } from "drizzle-kit";

/** Migrations are generated and committed; `npm run migrate` applies them, never drizzle-kit itself. */
export default defineConfig({ dialect: "postgresql", schema: "./db/schema/index.ts", out: "./db/migrations" });
