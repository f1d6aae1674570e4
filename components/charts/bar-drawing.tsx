"use client";

import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { ChartTooltip } from "./chart-tooltip";
import { axisFormat, type ChartProps, colorOf, type Series, valueFormat } from "./series";

const TICK = { fill: "var(--ink-3)", fontSize: 12 };

/** The recharts behind <BarChart>; loaded by it. Several series stand on each other. */
export function BarDrawing({ points, series, label, locale, currency, height = 220 }: ChartProps) {
  return (
    <figure aria-label={label}>
      <ResponsiveContainer width="100%" height={height}>
        <BarChart
          data={[...points]}
          margin={{ top: 12, right: 8, bottom: 0, left: 0 }}
          barCategoryGap="28%"
          stackOffset="sign"
          accessibilityLayer
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" tick={TICK} tickLine={false} axisLine={false} minTickGap={12} />
          <YAxis
            width="auto"
            tick={TICK}
            tickLine={false}
            axisLine={false}
            tickFormatter={axisFormat(locale, currency)}
          />
          <ReferenceLine y={0} stroke="var(--ink-3)" />
          <Tooltip
            cursor={{ fill: "var(--petrol-soft)", opacity: 0.5 }}
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
            <Bar
              key={one.key}
              dataKey={one.key}
              name={one.label}
              stackId="all"
              fill={fillOf(one, index)}
              maxBarSize={58}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

function fillOf(series: Series, index: number): string {
  if (series.kind === "loss") return "url(#hatch-brick)";
  if (series.kind === "forecast") return "url(#hatch-brass)";
  return colorOf(series, index);
}
