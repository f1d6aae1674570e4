"use client";

import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { ChartTooltip } from "./chart-tooltip";
import { axisFormat, type ChartProps, colorOf, valueFormat } from "./series";

const TICK = { fill: "var(--ink-3)", fontSize: 12 };

/** The recharts behind <LineChart>; loaded by it. */
export function LineDrawing({ points, series, label, locale, currency, fromZero, height = 220 }: ChartProps) {
  return (
    <figure aria-label={label}>
      <ResponsiveContainer width="100%" height={height}>
        <LineChart data={[...points]} margin={{ top: 12, right: 16, bottom: 0, left: 0 }} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" tick={TICK} tickLine={false} axisLine={{ stroke: "var(--line)" }} minTickGap={24} />
          <YAxis
            width="auto"
            tick={TICK}
            tickLine={false}
            axisLine={false}
            tickFormatter={axisFormat(locale, currency)}
            domain={currency || fromZero ? [0, "auto"] : ["auto", "auto"]}
          />
          <Tooltip
            cursor={{ stroke: "var(--line-strong)", strokeDasharray: "2 3" }}
            content={(state) => (
              <ChartTooltip
                active={state.active}
                label={state.label}
                payload={state.payload}
                series={series}
                format={valueFormat(locale, currency)}
              />
            )}
          />
          {series.map((one, index) => (
            <Line
              key={one.key}
              dataKey={one.key}
              name={one.label}
              stroke={colorOf(one, index)}
              strokeWidth={2.2}
              {...(one.kind === "forecast" ? { strokeDasharray: "5 4" } : {})}
              dot={points.length === 1 ? { r: 3 } : false}
              activeDot={{ r: 3.6, stroke: "var(--surface)", strokeWidth: 1.6 }}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </figure>
  );
}
