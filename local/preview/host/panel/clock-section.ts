import { localNow, setClockOffset } from '../clock';
import { textOf, warn } from '../complaints';
import { button, make } from '../sheets/sheet';
import { folding } from './section';

interface Moved {
  now: string;
  offsetMs: number;
  fired?: { function: string; trigger: string; at: string; ok: boolean }[];
}

/** The library's clock: shown, and moved through the local cloud so that its timers fire. */
export function clockSection(reopen: () => void): HTMLElement {
  const shown = make('time', 'panel-now');
  const tick = (): void => {
    shown.textContent = localText(localNow());
  };
  tick();
  setInterval(tick, 1000);

  const said = make('p', 'panel-note');
  said.setAttribute('aria-live', 'polite');
  const wanted = make('input', '') as HTMLInputElement;
  wanted.type = 'datetime-local';
  wanted.setAttribute('aria-label', '指定时间');

  async function move(body: object): Promise<void> {
    said.textContent = '正在移动时间…';
    try {
      const response = await fetch('/dev/clock', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`HTTP ${response.status} ${await response.text()}`);
      const { offsetMs, fired = [] } = (await response.json()) as Moved;
      setClockOffset(offsetMs);
      tick();
      const failed = fired.filter(({ ok }) => !ok).length;
      said.textContent =
        fired.length === 0
          ? '没有定时任务到点。'
          : `跑了 ${fired.length} 次定时任务${failed ? `，${failed} 次失败` : ''}。页面已重新打开。`;
      reopen();
    } catch (thrown) {
      said.textContent = `时间没有移动：${textOf(thrown)}`;
      warn(`clock: ${textOf(thrown)}`);
    }
  }

  const buttons = make('div', 'panel-line', '', [
    button('', '现在', () => void move({ reset: true })),
    button('', '+1 天', () => void move({ advance: { days: 1 } })),
    button('', '+30 天', () => void move({ advance: { days: 30 } })),
  ]);
  const exact = make('div', 'panel-line', '', [
    wanted,
    button('', '设定', () => {
      // The field speaks of the library's wall clock, which is UTC+8.
      if (wanted.value) void move({ set: new Date(`${wanted.value}:00+08:00`).toISOString() });
    }),
  ]);
  return folding('时间', make('div', '', '', [shown, buttons, exact, said]));
}

/** Date and time on the library's wall. */
export function localText(milliseconds: number): string {
  return new Date(milliseconds + 8 * 3600_000).toISOString().slice(0, 19).replace('T', ' ');
}
