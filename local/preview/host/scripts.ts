/** The mini program's scripts, each of which runs once, when its page or component is first needed. */
interface Scripts {
  add(unit: string, load: () => unknown): void;
  run(unit: string): void;
}

export function openScripts(): Scripts {
  const waiting = new Map<string, () => unknown>();
  const ran = new Set<string>();
  return {
    add: (unit, load) => void waiting.set(unit, load),
    run(unit) {
      if (ran.has(unit)) return;
      ran.add(unit);
      const load = waiting.get(unit);
      if (!load) throw new Error(`no script for ${unit}`);
      load();
    },
  };
}
