// npm run serve, and the command of a container: one process, so that a signal to it reaches what it started.
import { ensureNode, runTypeScript } from "./bootstrap.mjs";

ensureNode();
await runTypeScript("serve.ts");
