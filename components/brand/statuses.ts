import type { GlyphShape } from "./glyph";

export type Tone = "ok" | "info" | "warn" | "bad" | "mute";

type StatusLook = { glyph: GlyphShape; tone: Tone };

/**
 * Every status the product shows, once: its shape and its tone. The word is the message `common.status.<key>`. A disc with
 * a tick is settled, a half disc moves, a ring is open, a dashed ring is not yet real, an hourglass waits, a triangle
 * warns, a diamond failed, a struck square is void.
 */
export const STATUSES = {
  paid: { glyph: "tick", tone: "ok" },
  active: { glyph: "tick", tone: "ok" },
  done: { glyph: "tick", tone: "ok" },
  succeeded: { glyph: "tick", tone: "ok" },
  delivered: { glyph: "tick", tone: "ok" },
  ok: { glyph: "tick", tone: "ok" },
  within: { glyph: "tick", tone: "ok" },
  in_progress: { glyph: "half", tone: "info" },
  processing: { glyph: "half", tone: "info" },
  running: { glyph: "half", tone: "info" },
  partial: { glyph: "half", tone: "info" },
  open: { glyph: "ring", tone: "mute" },
  new: { glyph: "ring", tone: "mute" },
  due: { glyph: "ring", tone: "info" },
  none: { glyph: "ring", tone: "mute" },
  draft: { glyph: "dashed", tone: "info" },
  trialing: { glyph: "dashed", tone: "info" },
  planned: { glyph: "dashed", tone: "info" },
  paused: { glyph: "dashed", tone: "mute" },
  incomplete: { glyph: "hourglass", tone: "warn" },
  pending: { glyph: "hourglass", tone: "warn" },
  waiting: { glyph: "hourglass", tone: "warn" },
  queued: { glyph: "hourglass", tone: "warn" },
  unknown: { glyph: "hourglass", tone: "warn" },
  requires_action: { glyph: "triangle", tone: "warn" },
  past_due: { glyph: "triangle", tone: "warn" },
  over: { glyph: "triangle", tone: "warn" },
  near: { glyph: "triangle", tone: "warn" },
  late: { glyph: "triangle", tone: "warn" },
  parked: { glyph: "triangle", tone: "warn" },
  failed: { glyph: "diamond", tone: "bad" },
  unpaid: { glyph: "diamond", tone: "bad" },
  declined: { glyph: "diamond", tone: "bad" },
  dead: { glyph: "diamond", tone: "bad" },
  uncollectible: { glyph: "diamond", tone: "bad" },
  void: { glyph: "struck", tone: "mute" },
  canceled: { glyph: "struck", tone: "mute" },
  expired: { glyph: "struck", tone: "mute" },
  archived: { glyph: "struck", tone: "mute" },
} as const satisfies Record<string, StatusLook>;

export type StatusKey = keyof typeof STATUSES;
