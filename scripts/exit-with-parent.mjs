// Loaded before a child's own code: a child whose parent was killed ends too, so that no port stays taken.
import process from "node:process";

// Children of the child are loaded with this as well; they belong to it, and it ends them.
if (process.env.NC_CHILD_OF === String(process.ppid)) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), 3_000).unref();
    process.kill(process.pid, "SIGTERM");
  });
}
