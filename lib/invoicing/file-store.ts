export type StoredFile = { contentType: string; sha256: string; bytes: Uint8Array };

export type FileToStore = { organizationId: string; contentType: string; bytes: Uint8Array };

/**
 * Where documents are kept for good. `Unit` is the transaction a file is stored in: a document's row and its file are written
 * together or not at all. Files are never changed or removed.
 */
export type FileStore<Unit> = {
  /** Returns the file's id and the SHA-256 (hex) of its bytes. */
  put(unit: Unit, file: FileToStore): Promise<{ id: string; sha256: string }>;
  /** The organization's file, or null. Throws AssertionError when its bytes no longer have the hash they were stored with. */
  get(unit: Unit, of: { organizationId: string; fileId: string }): Promise<StoredFile | null>;
};
