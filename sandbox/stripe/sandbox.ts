import type { Sql } from "@/sandbox/stripe/database/connect";
import type { ApiKeys } from "@/sandbox/stripe/http/authenticate";

/** What every part of a running sandbox shares. */
export type Sandbox = ApiKeys & {
  readonly sql: Sql;
  /** The address browsers use, without a slash at the end. */
  readonly publicUrl: string;
  /** Origins of the app that may call from a browser. */
  readonly appOrigins: readonly string[];
  /** The control panel asks for the secret key. */
  readonly isPanelLocked: boolean;
  /** Something is waiting to be delivered or done. */
  wake(): void;
};
