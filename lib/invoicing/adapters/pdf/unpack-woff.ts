import { inflateSync } from "node:zlib";

const SIGNATURE = 0x774f4646;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

type Table = { tag: Buffer; checksum: number; data: Buffer };

function readTable(woff: Buffer, index: number): Table {
  const entry = WOFF_HEADER + index * WOFF_ENTRY;
  const offset = woff.readUInt32BE(entry + 4);
  const packedLength = woff.readUInt32BE(entry + 8);
  const length = woff.readUInt32BE(entry + 12);
  const packed = woff.subarray(offset, offset + packedLength);
  return {
    tag: woff.subarray(entry, entry + 4),
    checksum: woff.readUInt32BE(entry + 16),
    data: packedLength < length ? inflateSync(packed) : packed,
  };
}

function sfntHeader(flavor: number, tableCount: number): Buffer {
  const header = Buffer.alloc(SFNT_HEADER);
  const entrySelector = Math.floor(Math.log2(tableCount));
  const searchRange = 2 ** entrySelector * 16;
  header.writeUInt32BE(flavor, 0);
  header.writeUInt16BE(tableCount, 4);
  header.writeUInt16BE(searchRange, 6);
  header.writeUInt16BE(entrySelector, 8);
  header.writeUInt16BE(tableCount * 16 - searchRange, 10);
  return header;
}

/**
 * The TrueType font inside a WOFF 1.0 file (W3C WOFF 1.0, sections 3–5): the same tables, inflated. Fontkit otherwise
 * inflates the glyph table again for every glyph it embeds, which is two thirds of the time a document takes. Throws on
 * anything that is not WOFF 1.0.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== SIGNATURE) throw new Error("not a WOFF 1.0 font");

  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => readTable(woff, index));
  const directory = Buffer.alloc(tables.length * SFNT_ENTRY);
  const parts: Buffer[] = [sfntHeader(woff.readUInt32BE(4), tables.length), directory];
  let offset = SFNT_HEADER + directory.length;
  tables.forEach(({ tag, checksum, data }, index) => {
    tag.copy(directory, index * SFNT_ENTRY);
    directory.writeUInt32BE(checksum, index * SFNT_ENTRY + 4);
    directory.writeUInt32BE(offset, index * SFNT_ENTRY + 8);
    directory.writeUInt32BE(data.length, index * SFNT_ENTRY + 12);
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
    parts.push(data, padding);
    offset += data.length + padding.length;
  });
  return Buffer.concat(parts);
}
