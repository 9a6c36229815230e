import { lengthText } from '../dates';
import { dataOf } from './event';
import type { Part } from './part';

interface Sound {
  /** What is heard now, by its file or its name; '': nothing. */
  playing: string;
  /** What was heard last, where it stands, and of how long, in words. */
  heard: string;
  at: string;
  length: string;
  percent: number;
}

interface Page {
  data: { sound: Sound };
  undrawn: { player: WechatMiniprogram.InnerAudioContext | null };
  setData(data: Record<string, unknown>): void;
}

const SILENT: Sound = { playing: '', heard: '', at: '', length: '', percent: 0 };

export interface Sounding {
  /** `bind:tap` of a sound, with its file as `data-id`. */
  hearOne(event: WechatMiniprogram.TouchEvent): void;
  /** Plays what is called `id`, from where it lies; what plays stops, and what stopped goes on. */
  hear(id: string, source: string): void;
}

/** Sounds of a page: one at a time, by a tap alone, and none behind another page. */
export const sounding: Part<{ sound: Sound }, Sounding> = {
  name: 'sounding',
  data: () => ({ sound: SILENT }),
  undrawn: () => ({ player: null }),
  methods: {
    hearOne(this: Page, event) {
      const file = dataOf(event).id ?? '';
      hear(this, file, file);
    },
    hear(this: Page, id, source) {
      hear(this, id, source);
    },
  },
  hooks: {
    onHide(this: Page) {
      this.undrawn.player?.pause();
    },
    onUnload(this: Page) {
      this.undrawn.player?.destroy();
      this.undrawn.player = null;
    },
  },
};

function hear(page: Page, id: string, source: string): void {
  if (page.data.sound.playing === id) page.undrawn.player?.pause();
  else if (page.data.sound.heard === id) page.undrawn.player?.play();
  else begin(page, id, source);
}

function begin(page: Page, id: string, source: string): void {
  page.undrawn.player?.destroy();
  const player = wx.createInnerAudioContext();
  page.undrawn.player = player;
  player.onPlay(() => page.setData({ 'sound.playing': id, 'sound.heard': id }));
  player.onPause(() => page.setData({ 'sound.playing': '' }));
  player.onEnded(() => page.setData({ sound: SILENT }));
  player.onTimeUpdate(() => {
    const { currentTime, duration } = player;
    const known = duration > 0 && Number.isFinite(duration);
    page.setData({
      'sound.at': lengthText(currentTime),
      'sound.length': known ? lengthText(duration) : '',
      'sound.percent': known ? Math.round((100 * currentTime) / duration) : 0,
    });
  });
  player.onError(() => {
    page.setData({ sound: SILENT });
    wx.showToast({ title: '现在放不出来，请稍后再试', icon: 'none' });
  });
  player.src = source;
  player.play();
}
