"use client";

import dynamic from "next/dynamic";
import type { ChartProps } from "./series";

/** Holds the drawing's place while the chart library arrives, so that nothing moves. */
function Place() {
  return <div aria-hidden="true" className="h-[220px] border-b border-line" />;
}

const Lines = dynamic(() => import("./line-drawing").then((module) => module.LineDrawing), {
  ssr: false,
  loading: Place,
});
const Bars = dynamic(() => import("./bar-drawing").then((module) => module.BarDrawing), { ssr: false, loading: Place });

/** A course over time. Put it in a <ChartFrame>. */
export function LineChart(props: ChartProps) {
  return <Lines {...props} />;
}

/** Amounts side by side, losses below the axis. Put it in a <ChartFrame>. */
export function BarChart(props: ChartProps) {
  return <Bars {...props} />;
}
