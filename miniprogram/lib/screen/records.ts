import type { OwnFile } from '../media';
import type { Part } from './part';

interface Recording {
  /** It listens now. */
  on: boolean;
  /** Whole seconds so far. */
  seconds: number;
}

interface Page {
  data: { recording: Recording };
  undrawn: { tick: number; keeps: boolean };
  setData(data: Record<string, unknown>): void;
  recorded?(file: OwnFile): void;
}

const NOT_RECORDING: Recording = { on: false, seconds: 0 };
/** A tap that slipped is no message. */
const SHORTEST_MS = 800;

/**
 * A page that records a voice: begun and ended by a tap, never longer than said, and never behind another
 * page. It is told by `recorded` with the file.
 */
export const records = (
  longestSeconds: number,
): Part<
  { recording: Recording },
  { startRecording(): void; stopRecording(): void; cancelRecording(): void }
> => ({
  name: 'records',
  data: () => ({ recording: NOT_RECORDING }),
  undrawn: () => ({ tick: 0, keeps: true }),
  methods: {
    startRecording(this: Page) {
      if (!this.data.recording.on) begin(this, longestSeconds);
    },
    stopRecording(this: Page) {
      if (this.data.recording.on) wx.getRecorderManager().stop();
    },
    cancelRecording(this: Page) {
      giveUp(this);
    },
  },
  hooks: {
    onHide(this: Page) {
      giveUp(this);
    },
    onUnload(this: Page) {
      giveUp(this);
    },
  },
});

function giveUp(page: Page): void {
  if (!page.data.recording.on) return;
  page.undrawn.keeps = false;
  wx.getRecorderManager().stop();
}

function begin(page: Page, longestSeconds: number): void {
  const recorder = wx.getRecorderManager();
  page.undrawn.keeps = true;
  recorder.onStart(() => {
    const from = Date.now();
    page.setData({ recording: { on: true, seconds: 0 } });
    page.undrawn.tick = setInterval(
      () => page.setData({ 'recording.seconds': Math.floor((Date.now() - from) / 1000) }),
      500,
    );
  });
  recorder.onStop(({ tempFilePath, duration }) => {
    ended(page);
    if (!page.undrawn.keeps) return;
    if (duration < SHORTEST_MS) wx.showToast({ title: '说话时间太短', icon: 'none' });
    else
      page.recorded?.({
        ...{ kind: 'voice', path: tempFilePath, name: '', seconds: Math.round(duration / 1000) },
      });
  });
  recorder.onError(() => {
    ended(page);
    wx.showToast({ title: '没有录上，请在微信设置里允许使用麦克风', icon: 'none' });
  });
  // Small enough to be sent over a bad network, clear enough for speech.
  recorder.start({
    ...{ duration: longestSeconds * 1000, format: 'mp3', sampleRate: 16_000 },
    ...{ numberOfChannels: 1, encodeBitRate: 24_000 },
  });
}

function ended(page: Page): void {
  clearInterval(page.undrawn.tick);
  page.setData({ recording: NOT_RECORDING });
}
