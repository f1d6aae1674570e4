/** The doorbell panel with one bell lit. `size` in pixels. Decorative: the name stands beside it. */
export function Mark({ size = 26 }: { size?: number | undefined }) {
  const dark = [
    [9.4, 7],
    [9.4, 13],
    [9.4, 19],
    [16.6, 7],
    [16.6, 19],
  ] as const;

  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true" className="flex-none">
      <rect x="3" y="1" width="20" height="24" rx="4" fill="var(--petrol)" />
      <g fill="var(--on-petrol)">
        {dark.map(([x, y]) => (
          <circle key={`${x},${y}`} cx={x} cy={y} r="1.9" />
        ))}
      </g>
      <circle cx="16.6" cy="13" r="2.5" fill="var(--brass)" />
    </svg>
  );
}
