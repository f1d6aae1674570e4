// npm test: plain Node without dependencies, because it must run before anything is installed.
import { ensureDependencies, ensureNode, runTypeScript } from "./bootstrap.mjs";

ensureNode();
ensureDependencies();
await runTypeScript("test.ts");
