import { connect, createServer, type Server } from "node:net";

function listen(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** A browser asks [::1] first when it is told "localhost": a program that listens only there would be met instead of us. */
function answersOnLoopback6(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "::1" });
    const finish = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(500, () => finish(false));
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
  });
}

/** Whether we can listen on this port of localhost. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = await listen(port);
  if (!server) return false;
  await new Promise((resolve) => server.close(resolve));
  return !(await answersOnLoopback6(port));
}

/** The first free port from `from` upwards, leaving out those in `not`. */
export async function firstFreePort(from: number, not: number[] = []): Promise<number> {
  for (let port = from; port < 65_536; port += 1) {
    if (!not.includes(port) && (await isPortFree(port))) return port;
  }
  throw new Error(`No free port from ${from} upwards.`);
}
