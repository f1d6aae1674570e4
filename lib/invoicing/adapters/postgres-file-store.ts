import "server-only";
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { storedFile } from "@/db/schema/invoicing";
import type { Executor } from "@/db/transaction";
import { assert } from "@/lib/core/assert";
import { newId } from "@/lib/core/ids";
import type { FileStore } from "@/lib/invoicing/file-store";

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Keeps the bytes in the database, where its backups and row-level security cover them too. */
export const postgresFileStore: FileStore<Executor> = {
  async put(tx, { organizationId, contentType, bytes }) {
    const id = newId();
    const sha256 = sha256Of(bytes);
    await tx
      .insert(storedFile)
      .values({ id, organizationId, contentType, sha256, sizeBytes: bytes.byteLength, content: bytes });
    return { id, sha256 };
  },

  async get(tx, { organizationId, fileId }) {
    const [row] = await tx
      .select()
      .from(storedFile)
      .where(and(eq(storedFile.organizationId, organizationId), eq(storedFile.id, fileId)));
    if (!row?.content) return null;

    assert(sha256Of(row.content) === row.sha256, `file ${row.id} is not what was stored`);
    return { contentType: row.contentType, sha256: row.sha256, bytes: row.content };
  },
};
