import { settings } from '../settings';
import { button, make, openSheet } from './sheet';

/** What a scan found, as `wx.scanCode` answers it. */
interface ScannedCode {
  result: string;
  scanType: string;
}

interface Barcode {
  group: string;
  code: string;
  label: string;
}

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string; format: string }[]>;
}

declare global {
  interface Window {
    BarcodeDetector?: new () => Detector;
  }
}

/** The kind that a real scanner would report for a code of this look. */
function scanTypeOf(code: string): string {
  if (/^97[89]\d{10}$/.test(code)) return 'EAN_13';
  if (/^https?:|[^\x20-\x7e]/.test(code) || code.length > 40) return 'QR_CODE';
  if (/^[A-D][\d\-$:/.+]+[A-D]$/i.test(code)) return 'CODABAR';
  return 'CODE_128';
}

/**
 * The scan panel: a camera where there is one, a typed code, or a pick from the demo library. Null is
 * "cancel".
 */
export function openScanPanel(): Promise<ScannedCode | null> {
  return new Promise((resolve) => {
    const finish = (code: string | null, scanType?: string): void => {
      stopCamera();
      close();
      resolve(code === null ? null : { result: code, scanType: scanType ?? scanTypeOf(code) });
    };
    const view = make('div', 'scan-camera');
    const typed = make('input', 'scan-code') as HTMLInputElement;
    typed.placeholder = '输入或扫入条码，回车确定';
    typed.setAttribute('aria-label', '条码');
    typed.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && typed.value.trim()) finish(typed.value.trim());
    });
    const line = make('div', 'scan-line', '', [
      typed,
      button('scan-confirm', '确定', () => typed.value.trim() && finish(typed.value.trim())),
    ]);
    const list = make('div', 'scan-list', '正在读取条码…');
    const head = make('div', 'scan-head', '', [
      make('span', '', '扫一扫'),
      button('scan-cancel', '取消', () => finish(null)),
    ]);
    const close = openSheet('scan-panel', [head, view, line, list], () => finish(null));
    const stopCamera = scanFromCamera(view, ({ result, scanType }) => finish(result, scanType));
    typed.focus({ preventScroll: true });
    void listBarcodes(list, (code) => finish(code));
  });
}

async function listBarcodes(list: HTMLElement, pick: (code: string) => void): Promise<void> {
  let barcodes: Barcode[];
  try {
    const response = await fetch('/dev/barcodes');
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    barcodes = (await response.json()) as Barcode[];
  } catch (thrown) {
    list.textContent = `读不到馆藏条码：${thrown instanceof Error ? thrown.message : String(thrown)}`;
    return;
  }
  list.replaceChildren();
  const groups = new Map<string, Barcode[]>();
  for (const barcode of barcodes) groups.set(barcode.group, [...(groups.get(barcode.group) ?? []), barcode]);
  for (const [group, members] of groups) {
    const box = make('details', 'scan-group', '', [
      make('summary', '', `${GROUPS[group] ?? group}（${members.length}）`),
    ]) as HTMLDetailsElement;
    box.open = groups.size === 1 || group === 'cards';
    for (const { code, label } of members) {
      const row = button('scan-row', label, () => pick(code));
      row.dataset.code = code;
      row.append(make('code', '', code));
      box.append(row);
    }
    list.append(box);
  }
}

const GROUPS: Record<string, string> = {
  cards: '读者证',
  items: '图书条码',
  isbns: 'ISBN',
  isbn: 'ISBN',
  events: '活动',
};

/** Reads codes from a real camera inside `view`; says so where the browser cannot. Answers how to stop. */
export function scanFromCamera(view: HTMLElement, found: (code: ScannedCode) => void): () => void {
  const note = make('p', 'scan-note');
  view.append(note);
  if (!window.BarcodeDetector || !navigator.mediaDevices) {
    note.textContent =
      settings.language === 'en'
        ? 'This browser cannot read barcodes.'
        : '此浏览器不能识别条码，请输入或选择。';
    return () => note.remove();
  }
  const detector = new window.BarcodeDetector();
  const film = document.createElement('video');
  film.muted = true;
  film.playsInline = true;
  let stream: MediaStream | null = null;
  let stopped = false;
  let last = { code: '', at: 0 };
  const look = async (): Promise<void> => {
    while (!stopped) {
      if (film.readyState >= 2) {
        const [first] = await detector.detect(film);
        // The same code stays in view for many frames: it counts once a second and a half.
        if (first && (first.rawValue !== last.code || Date.now() - last.at > 1500)) {
          last = { code: first.rawValue, at: Date.now() };
          found({ result: first.rawValue, scanType: first.format.toUpperCase() });
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };
  navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(
    (granted) => {
      if (stopped) return granted.getTracks().forEach((track) => track.stop());
      stream = granted;
      film.srcObject = granted;
      view.append(film);
      void film.play();
      look().catch((thrown: unknown) => void (note.textContent = `识别失败：${String(thrown)}`));
    },
    (thrown: unknown) =>
      void (note.textContent = `打不开摄像头：${thrown instanceof Error ? thrown.message : String(thrown)}`),
  );
  return () => {
    stopped = true;
    stream?.getTracks().forEach((track) => track.stop());
    film.remove();
    note.remove();
  };
}
