import { addressOf, leavesLoopback } from '../builtins/assets';
import { filmIn } from '../builtins/media';
import { warn } from '../complaints';
import { pages } from '../pages';
import type { Caller } from '../glass';
import { promised, Refusal } from './promised';

/** Video contexts, audio and choosing pictures. */
export function mediaApi(): Record<string, unknown> {
  return {
    createVideoContext: (id: string, component?: Caller) => videoContext(id, component),
    createInnerAudioContext: innerAudio,
    setInnerAudioOption: promised('setInnerAudioOption', () => undefined),
    chooseMedia: promised('chooseMedia', async ({ count }) => ({
      type: 'image',
      tempFiles: await pickFiles(Number(count ?? 9)),
    })),
    chooseImage: promised('chooseImage', async ({ count }) => {
      const files = await pickFiles(Number(count ?? 9));
      return {
        tempFilePaths: files.map(({ tempFilePath }) => tempFilePath),
        tempFiles: files.map(({ tempFilePath, size }) => ({ path: tempFilePath, size })),
      };
    }),
  };
}

function videoContext(id: string, component?: Caller): Record<string, unknown> {
  const film = (): HTMLVideoElement | null => filmIn(component?._$.$$ ?? pages.top()?.layer ?? document, id);
  const act = (work: (film: HTMLVideoElement) => void): void => {
    const found = film();
    if (found) work(found);
    else warn(`createVideoContext("${id}"): no <video> with this id on the page`);
  };
  return {
    play: () =>
      act((one) => void one.play().catch((thrown: unknown) => warn(`video "${id}": ${String(thrown)}`))),
    pause: () => act((one) => one.pause()),
    stop: () =>
      act((one) => {
        one.pause();
        one.currentTime = 0;
      }),
    seek: (position: number) => act((one) => void (one.currentTime = position)),
    playbackRate: (rate: number) => act((one) => void (one.playbackRate = rate)),
    requestFullScreen: () =>
      act((one) => void one.requestFullscreen().catch((thrown: unknown) => warn(String(thrown)))),
    exitFullScreen: () => void document.exitFullscreen().catch((thrown: unknown) => warn(String(thrown))),
    showStatusBar: () => undefined,
    hideStatusBar: () => undefined,
    sendDanmu: () => undefined,
  };
}

const AUDIO_EVENTS: Record<string, string> = {
  Play: 'play',
  Pause: 'pause',
  Stop: 'stop',
  Ended: 'ended',
  TimeUpdate: 'timeupdate',
  Error: 'error',
  Canplay: 'canplay',
  Waiting: 'waiting',
  Seeking: 'seeking',
  Seeked: 'seeked',
};

function innerAudio(): object {
  const sound = new Audio();
  let source = '';
  const context: Record<string, unknown> = {
    play: () =>
      void sound
        .play()
        .catch((thrown: unknown) => sound.dispatchEvent(new CustomEvent('error', { detail: thrown }))),
    pause: () => sound.pause(),
    stop() {
      sound.pause();
      sound.currentTime = 0;
      sound.dispatchEvent(new Event('stop'));
    },
    seek: (position: number) => void (sound.currentTime = position),
    destroy() {
      sound.pause();
      sound.removeAttribute('src');
    },
    obeyMuteSwitch: true,
  };
  const heard = new Map<string, Map<unknown, EventListener>>();
  for (const [name, event] of Object.entries(AUDIO_EVENTS)) {
    context[`on${name}`] = (listener: (detail: unknown) => void) => {
      const wrapped: EventListener = () =>
        listener(name === 'Error' ? { errCode: 10001, errMsg: sound.error?.message ?? 'play failed' } : {});
      heard.set(event, (heard.get(event) ?? new Map<unknown, EventListener>()).set(listener, wrapped));
      sound.addEventListener(event, wrapped);
    };
    context[`off${name}`] = (listener?: unknown) => {
      for (const [key, wrapped] of heard.get(event) ?? [])
        if (!listener || key === listener) sound.removeEventListener(event, wrapped);
    };
  }
  Object.defineProperties(context, {
    src: {
      get: () => source,
      set(value: string) {
        source = value;
        const address = addressOf(value);
        if (leavesLoopback(address))
          warn(`audio "${value}" is on another host: the preview loads nothing from outside`);
        else sound.src = address;
      },
    },
    currentTime: { get: () => sound.currentTime },
    startTime: { get: () => 0, set: (value: number) => void (sound.currentTime = value) },
    duration: { get: () => sound.duration || 0 },
    paused: { get: () => sound.paused },
    loop: { get: () => sound.loop, set: (value: boolean) => void (sound.loop = value) },
    autoplay: { get: () => sound.autoplay, set: (value: boolean) => void (sound.autoplay = value) },
    volume: { get: () => sound.volume, set: (value: number) => void (sound.volume = value) },
    playbackRate: {
      get: () => sound.playbackRate,
      set: (value: number) => void (sound.playbackRate = value),
    },
  });
  return context;
}

function pickFiles(count: number): Promise<{ tempFilePath: string; size: number; fileType: string }[]> {
  return new Promise((resolve, reject) => {
    const chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.accept = 'image/*';
    chooser.multiple = count > 1;
    chooser.addEventListener('cancel', () => reject(new Refusal('cancel')));
    chooser.addEventListener('change', () => {
      const files = [...(chooser.files ?? [])].slice(0, count);
      resolve(
        files.map((file) => ({
          tempFilePath: URL.createObjectURL(file),
          size: file.size,
          fileType: 'image',
        })),
      );
    });
    chooser.click();
  });
}
