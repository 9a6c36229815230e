import { addressOf, leavesLoopback } from '../builtins/assets';
import { filmIn } from '../builtins/media';
import { warn } from '../complaints';
import { pages } from '../pages/open-pages';
import { openModal } from '../sheets/dialogs';
import { showPictures } from '../sheets/pictures';
import type { Caller } from '../glass';
import { addressOfFile } from '../own-files';
import { promised, Refusal } from './promised';

/** Video contexts, audio, pictures and files: shown, chosen, sent on. */
export function mediaApi(): Record<string, unknown> {
  return {
    createVideoContext: (id: string, component?: Caller) => videoContext(id, component),
    createInnerAudioContext: innerAudio,
    ...promised({
      setInnerAudioOption: () => undefined,
      previewImage: ({ urls, current }) => showPictures(urls as string[], String(current ?? '')),
      canvasToTempFilePath: async ({ canvas }) => ({
        tempFilePath: await pictureOf(canvas as HTMLCanvasElement),
      }),
      /** WeChat's own sheet offers to send, to keep and to save the picture; here it is shown. */
      showShareImageMenu: ({ path }) => showPictures([String(path)], ''),
      async openDocument({ filePath }) {
        if (!(await fetch(addressOfFile(String(filePath)))).ok)
          throw new Refusal(`file not found: ${String(filePath)}`);
        await openModal({ title: '文档', content: 'WeChat 在这里打开文档', showCancel: false });
      },
      async chooseMedia({ count, mediaType }) {
        const isFilm = Array.isArray(mediaType) && !mediaType.includes('image');
        const files = await pickFiles(Number(count ?? 9), isFilm ? 'video' : 'image');
        return { type: isFilm ? 'video' : 'image', tempFiles: files };
      },
      async chooseImage({ count }) {
        const files = await pickFiles(Number(count ?? 9));
        return {
          tempFilePaths: files.map(({ tempFilePath }) => tempFilePath),
          tempFiles: files.map(({ tempFilePath, size }) => ({ path: tempFilePath, size })),
        };
      },
      async chooseMessageFile({ count, type, extension }) {
        const files = await chosenFiles(Number(count ?? 100), acceptOf(type, extension));
        return { tempFiles: files.map(messageFile) };
      },
      async shareFileMessage({ filePath, fileName }) {
        const name = String(fileName ?? String(filePath).split('/').pop());
        const { confirm } = await openModal({ title: '发送给朋友', content: name, confirmText: '发送' });
        if (!confirm) throw new Refusal('cancel');
        // Whom it is sent to is the one who sits before the preview: the browser keeps the file.
        const link = document.createElement('a');
        link.href = addressOfFile(String(filePath));
        link.download = name;
        link.click();
      },
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

function pictureOf(canvas: HTMLCanvasElement): Promise<string> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(URL.createObjectURL(blob));
      else reject(new Refusal('create bitmap failed'));
    }, 'image/png');
  });
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

async function pickFiles(
  count: number,
  fileType = 'image',
): Promise<{ tempFilePath: string; size: number; fileType: string; duration: number }[]> {
  const files = await chosenFiles(count, `${fileType}/*`);
  return files.map((file) => ({
    tempFilePath: URL.createObjectURL(file),
    size: file.size,
    fileType,
    // The browser knows it only once it plays.
    duration: 0,
  }));
}

/** A chooser of the browser; on a phone WeChat shows the files of a chat. */
function chosenFiles(count: number, accept: string): Promise<File[]> {
  return new Promise((resolve, reject) => {
    const chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.accept = accept;
    chooser.multiple = count > 1;
    chooser.addEventListener('cancel', () => reject(new Refusal('cancel')));
    chooser.addEventListener('change', () => resolve([...(chooser.files ?? [])].slice(0, count)));
    chooser.click();
  });
}

/** Endings narrow the choice with the type "file" alone, as WeChat documents it. */
function acceptOf(type: unknown, extension: unknown): string {
  if (type === 'image' || type === 'video') return `${type}/*`;
  if (type !== 'file' || !Array.isArray(extension)) return '';
  if (extension.some((ending) => ending === '')) throw new Refusal('extension must not be empty');
  return extension.map((ending) => `.${String(ending).replace(/^\./, '')}`).join(',');
}

function messageFile(file: File): object {
  const kind = file.type.split('/')[0];
  return {
    path: URL.createObjectURL(file),
    size: file.size,
    name: file.name,
    type: kind === 'image' || kind === 'video' ? kind : 'file',
    time: Math.floor(file.lastModified / 1000),
  };
}
