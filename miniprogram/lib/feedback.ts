/**
 * What the hand hears and feels without looking up: `done` goes on, `look` asks for a glance (somebody waits
 * for this book), `refused` stops.
 */
export type Signal = 'done' | 'look' | 'refused';

const SOUNDS: Record<Signal, string> = {
  done: '/sounds/done.mp3',
  look: '/sounds/look.mp3',
  refused: '/sounds/refused.mp3',
};

type Player = WechatMiniprogram.InnerAudioContext;
let players: Partial<Record<Signal, Player>> = {};

export function signal(kind: Signal): void {
  const player = (players[kind] ??= open(kind));
  player.stop();
  player.play();
  // A desktop and some tablets cannot vibrate: the sound and the screen say the same.
  if (kind === 'done') wx.vibrateShort({ type: 'medium', fail: () => undefined });
  else wx.vibrateLong({ fail: () => undefined });
}

/**
 * Call when a scanning page closes: an audio context that is not destroyed holds on to memory (platform 8.4).
 */
export function silence(): void {
  for (const player of Object.values(players)) player.destroy();
  players = {};
}

function open(kind: Signal): Player {
  const player = wx.createInnerAudioContext();
  player.src = SOUNDS[kind];
  return player;
}
