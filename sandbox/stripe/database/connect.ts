import postgres from "postgres";

export type Sql = postgres.Sql;
/** A connection or a transaction: what a query needs. */
export type Executor = postgres.ISql;

/** Opens the pool. Notices (such as "relation exists, skipping") are of no interest. */
export function connect(databaseUrl: string, options: { connections: number }): Sql {
  return postgres(databaseUrl, { max: options.connections, onnotice: () => undefined, idle_timeout: 60 });
}
