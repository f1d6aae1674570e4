// Where no bundler has compiled the worker (tsx scripts, vitest), tsx compiles it: a thread does not inherit its hooks.
import { register } from "tsx/esm/api";

register();
await import("./pdf-worker.tsx");
