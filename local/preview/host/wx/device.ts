import { warn } from '../complaints';
import { openActions, openModal, showToast } from '../sheets/dialogs';
import { openScanPanel } from '../sheets/scan';
import { promised, Refusal, type Options } from './promised';

/** What the phone does: it vibrates, copies, scans, calls, shows a place, keeps a date. */
export function deviceApi(): Record<string, unknown> {
  return promised({
    vibrateShort: () => vibrate(15),
    vibrateLong: () => vibrate(400),
    setKeepScreenOn: () => undefined,
    hideKeyboard: () => void (document.activeElement as HTMLElement | null)?.blur(),
    ...clipboard(),
    scanCode,
    async makePhoneCall({ phoneNumber }) {
      const chosen = await openActions([`呼叫 ${String(phoneNumber)}`]);
      if (chosen === null) throw new Refusal('cancel');
    },
    async openLocation({ name, address, latitude, longitude }) {
      const place = `${String(address ?? '')}\n${String(latitude)}, ${String(longitude)}`;
      await openModal({ title: String(name ?? '位置'), content: place, showCancel: false });
    },
    async addPhoneCalendar({ title, startTime }) {
      const at = new Date((Number(startTime) + 8 * 3600) * 1000).toISOString().slice(0, 16).replace('T', ' ');
      const { confirm } = await openModal({
        title: '添加到系统日历',
        content: `${String(title)}\n${at}`,
        confirmText: '添加',
      });
      if (!confirm) throw new Refusal('cancel');
    },
  });
}

/** A browser refuses to vibrate before the first touch, and says so in the console. */
function vibrate(milliseconds: number): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(milliseconds);
}

function clipboard() {
  let kept = '';
  return {
    setClipboardData({ data }: Options): void {
      kept = String(data);
      showToast({ title: '内容已复制' });
      // The browser's own clipboard may be closed to a page that nobody touched: the mini program's copy
      // still counts.
      navigator.clipboard
        ?.writeText(kept)
        .catch((thrown: unknown) => warn(`the browser's clipboard refused: ${String(thrown)}`));
    },
    getClipboardData: () => ({ data: kept }),
  };
}

async function scanCode(): Promise<object> {
  const code = await openScanPanel();
  if (!code) throw new Refusal('cancel');
  return {
    ...code,
    charSet: 'utf-8',
    rawData: btoa(String.fromCharCode(...new TextEncoder().encode(code.result))),
  };
}
