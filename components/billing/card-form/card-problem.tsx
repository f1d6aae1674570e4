"use client";

import { use, useEffect, useRef, useState } from "react";
import { Glyph } from "@/components/brand/glyph";
import { SessionContext } from "@/components/forms/session-context";
import type { CardProblem } from "./use-card-flow";

/** Above a card form: what went wrong and what was not changed. Takes the focus; a session that ended can be renewed here. */
export function CardProblemNote({ problem }: { problem: CardProblem }) {
  const box = useRef<HTMLParagraphElement>(null);
  const drawSession = use(SessionContext);
  const [closed, setClosed] = useState<CardProblem | null>(null);

  useEffect(() => {
    if (!problem.isOld) box.current?.focus();
  }, [problem]);

  if (problem.failure?.code === "session_expired" && drawSession) {
    return drawSession({ open: closed !== problem, onOpenChange: (open) => setClosed(open ? null : problem) });
  }
  return (
    <p
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-4 flex items-baseline gap-2 rounded-md bg-danger-soft px-3.5 py-2.5 text-danger-ink [--glyph-ground:var(--danger-soft)]"
    >
      <Glyph shape="diamond" className="flex-none translate-y-px" />
      <span>{problem.sentence}</span>
    </p>
  );
}
