const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const QUIET_REPORT_MS = 10_000;

type Step = { label: string; detail: string; began: number; reported: number };

/** Lines that show what is under way, each with its time: alive on a terminal, one line a change elsewhere. */
export type Progress = {
  /** Shows `label` while `work` runs. It ends with a tick, or with a cross when `work` throws or `isGood` says so. */
  step<T>(
    label: string,
    work: (detail: (text: string) => void) => Promise<T>,
    isGood?: (result: T) => boolean,
  ): Promise<T>;
  say(line: string): void;
};

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function lively(out: NodeJS.WriteStream): { draw(steps: Step[]): void; print(line: string): void } {
  let drawn = 0;
  let frame = 0;
  const erase = (): void => {
    if (drawn > 0) out.write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  return {
    draw: (steps) => {
      erase();
      frame += 1;
      const width = (out.columns ?? 80) - 1;
      for (const step of steps) {
        const line = `${FRAMES[frame % FRAMES.length]} ${step.label}  ${seconds(step.began)}  ${step.detail}`;
        out.write(`${line.slice(0, width)}\n`);
      }
      drawn = steps.length;
    },
    print: (line) => {
      erase();
      out.write(`${line}\n`);
    },
  };
}

function plain(out: NodeJS.WriteStream): { draw(steps: Step[]): void; print(line: string): void } {
  return {
    draw: (steps) => {
      for (const step of steps) {
        if (performance.now() - step.reported < QUIET_REPORT_MS) continue;
        step.reported = performance.now();
        out.write(`  … ${step.label}  ${seconds(step.began)}  ${step.detail}\n`);
      }
    },
    print: (line) => void out.write(`${line}\n`),
  };
}

/** A progress display on `out`. Steps may run side by side. */
export function createProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  const steps: Step[] = [];
  const display = out.isTTY ? lively(out) : plain(out);
  let timer: NodeJS.Timeout | null = null;

  const finish = (step: Step, mark: string): void => {
    steps.splice(steps.indexOf(step), 1);
    display.print(`${mark} ${step.label}  ${seconds(step.began)}${step.detail === "" ? "" : `  ${step.detail}`}`);
    if (steps.length > 0) return;
    if (timer) clearInterval(timer);
    timer = null;
  };

  return {
    say: (line) => display.print(line),
    step: async (label, work, isGood = () => true) => {
      const now = performance.now();
      const step: Step = { label, detail: "", began: now, reported: now };
      steps.push(step);
      timer ??= setInterval(() => display.draw(steps), out.isTTY ? 100 : 1_000);
      try {
        const result = await work((text) => {
          step.detail = text;
        });
        finish(step, isGood(result) ? "✓" : "✗");
        return result;
      } catch (error) {
        finish(step, "✗");
        throw error;
      }
    },
  };
}
