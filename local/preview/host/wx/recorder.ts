import { complain } from '../complaints';

interface Asked {
  duration?: number;
  format?: string;
  sampleRate?: number;
  encodeBitRate?: number;
}

type Listener = (detail?: unknown) => void;

const LONGEST_MS = 600_000;
const DEFAULT_MS = 60_000;
/** As WeChat documents it: what a sample rate of 16,000 can be encoded with. */
const BIT_RATES: readonly [number, number] = [24_000, 96_000];

/** A frame of silence, layer III of MPEG 2: 16,000 hertz, 24 kilobits, 576 samples in 108 bytes. */
const FRAME_MS = 36;
const frame = (): Uint8Array => {
  const bytes = new Uint8Array(108);
  bytes.set([0xff, 0xf3, 0x38, 0xc4]);
  return bytes;
};

/** The recorder of a phone that hears nothing: a file of silence, as long as it was on. One for all pages. */
export function recorderApi(): Record<string, unknown> {
  let manager: object | undefined;
  return { getRecorderManager: () => (manager ??= recorder()) };
}

function recorder(): object {
  const heard = new Map<string, Listener>();
  const tell = (event: string, detail?: unknown): void => heard.get(event)?.(detail);
  let from = 0;
  let ends: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    if (from === 0) return tell('error', { errMsg: 'operateRecorder:fail recorder not start' });
    clearTimeout(ends);
    const duration = performance.now() - from;
    from = 0;
    const frames = Array.from({ length: Math.max(1, Math.round(duration / FRAME_MS)) }, frame);
    const file = new Blob(frames as BlobPart[], { type: 'audio/mpeg' });
    tell('stop', { tempFilePath: URL.createObjectURL(file), duration, fileSize: file.size });
  };
  const start = ({ duration = DEFAULT_MS, format = 'aac', sampleRate, encodeBitRate }: Asked = {}): void => {
    if (format !== 'mp3' || sampleRate !== 16_000)
      complain(`the preview records mp3 of 16000 hertz, not ${format} of ${String(sampleRate)}`);
    const [least, most] = BIT_RATES;
    const isRight = encodeBitRate !== undefined && encodeBitRate >= least && encodeBitRate <= most;
    if (from > 0 || duration > LONGEST_MS || !isRight)
      return tell('error', { errMsg: 'operateRecorder:fail parameter error or is recording' });
    from = performance.now();
    ends = setTimeout(stop, duration);
    setTimeout(() => tell('start'), 0);
  };
  return {
    start,
    stop,
    ...Object.fromEntries(
      ['Start', 'Stop', 'Error', 'Pause', 'Resume', 'FrameRecorded', 'InterruptionBegin'].map((name) => [
        `on${name}`,
        (listener: Listener) => heard.set(name.toLowerCase(), listener),
      ]),
    ),
  };
}
