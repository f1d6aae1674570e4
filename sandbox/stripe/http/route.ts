import { expandField } from "@/sandbox/stripe/fields";
import type { KeyKind } from "@/sandbox/stripe/http/authenticate";
import type { FormHash } from "@/sandbox/stripe/http/form";
import type { UnitOfWork } from "@/sandbox/stripe/unit-of-work";
import { readParams, type Shape, type Values } from "@/sandbox/stripe/validation";

export type Method = "GET" | "POST" | "DELETE";

/** What a handler gets: `id` and `subId` are the variable parts of the path. */
export type Call<P> = { work: UnitOfWork; params: P; id: string; subId: string; key: KeyKind };

export type ReadRequest = { expand: string[]; handle(call: Omit<Call<unknown>, "params">): Promise<object> };

export type Route = {
  readonly method: Method;
  readonly path: string;
  readonly openToBrowsers: boolean;
  /** Reads the parameters that key may send, or throws a 400. */
  read(form: FormHash, key: KeyKind): ReadRequest;
};

type RouteDefinition<S extends Shape> = {
  method: Method;
  /** `:id` stands for any segment. */
  path: string;
  params: S;
  /** The parameters a browser may send with the publishable key. Without it the route is closed to browsers. */
  browserParams?: readonly (keyof S & string)[];
  handle(call: Call<Values<S>>): Promise<object>;
};

/** One endpoint: its parameters as data, so that an unknown one is refused before the handler runs. */
export function route<S extends Shape>(definition: RouteDefinition<S>): Route {
  const all = { ...definition.params, ...expandField };
  const ofBrowsers = Object.fromEntries(
    Object.entries(all).filter(([name]) => name === "expand" || definition.browserParams?.includes(name)),
  );

  return {
    method: definition.method,
    path: definition.path,
    openToBrowsers: definition.browserParams !== undefined,
    read: (form, key) => {
      const { expand, ...params } = readParams<Shape>(key === "secret" ? all : ofBrowsers, form);

      return {
        expand: (expand as string[] | undefined) ?? [],
        handle: (call) => definition.handle({ ...call, params: params as Values<S> }),
      };
    },
  };
}
