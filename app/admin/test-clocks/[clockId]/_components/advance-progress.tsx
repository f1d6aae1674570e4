"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Progress } from "@/components/ui/progress";

const EVERY_MS = 1000;

/** How far a moving clock has come. Reads the page anew each second until it stands; shown only while it moves. */
export function AdvanceProgress(props: {
  from: string;
  now: string;
  target: string;
  isMoving: boolean;
  words: { now: string; target: string };
}) {
  const t = useTranslations("admin.clock.progress");
  const router = useRouter();

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);

  const from = Date.parse(props.from);
  const whole = Date.parse(props.target) - from;
  const done = Math.max(0, Math.min(whole, Date.parse(props.now) - from));
  return (
    <section className="rounded-lg border border-line bg-surface p-5">
      <Progress
        label={t("label", { target: props.words.target })}
        value={whole > 0 ? Math.round((done / whole) * 100) : null}
        max={100}
        detail={props.words.now}
      />
      <p className="mt-2 text-sm text-ink-2">{t(props.isMoving ? "moving" : "waiting")}</p>
    </section>
  );
}
