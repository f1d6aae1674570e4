// Loaded before a server under test: refuses every socket and every name that is not this machine, and writes down who tried.
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import net from "node:net";
import process from "node:process";

const isLocal = (host) => host === "" || host === "localhost" || host === "::1" || /^(::ffff:)?127\./.test(host);

function refuse(what) {
  const record = process.env.NC_FOREIGN_REQUESTS;
  if (record) appendFileSync(record, `${what}\n`);
  return new Error(`Refused in tests: ${what} is not this machine.`);
}

function hostOf(args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "object" && first !== null) return first.path ? "" : (first.host ?? "localhost");
  return typeof second === "string" ? second : "localhost";
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function connectLocally(...args) {
  const host = hostOf(args);
  if (isLocal(host)) return connect.apply(this, args);
  this.destroy(refuse(host));
  return this;
};

const lookup = dns.lookup;
dns.lookup = function lookupLocally(host, ...rest) {
  if (isLocal(String(host))) return lookup(host, ...rest);
  const error = refuse(String(host));
  process.nextTick(rest.at(-1), error);
  return {};
};

const lookupSoon = dns.promises.lookup;
dns.promises.lookup = (host, options) =>
  isLocal(String(host)) ? lookupSoon(host, options) : Promise.reject(refuse(String(host)));
