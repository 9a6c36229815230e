import { warn } from '../complaints';
import type { glassEasel } from '../glass';
import { scanFromCamera } from '../sheets/scan';
import { addressOf, leavesLoopback } from './assets';
import type { Builtin, Properties, Reactions } from './define';
import { defineBuiltin } from './define';

/** video, films of channels and camera. */
export function defineMedia(space: glassEasel.ComponentSpace): void {
  defineBuiltin(space, 'video', VIDEO_PROPERTIES, video);

  defineBuiltin(
    space,
    'channel-video',
    {
      finderUserName: '',
      feedId: '',
      feedToken: '',
      autoplay: false,
      loop: false,
      muted: false,
      objectFit: '',
    },
    channelFilm,
  );

  defineBuiltin(
    space,
    'camera',
    { mode: 'normal', resolution: 'medium', devicePosition: 'back', flash: 'auto', frameSize: 'medium' },
    camera,
  );
}

const VIDEO_PROPERTIES: Properties = {
  src: '',
  poster: '',
  duration: 0,
  controls: true,
  autoplay: false,
  loop: false,
  muted: false,
  initialTime: 0,
  objectFit: 'contain',
  showCenterPlayBtn: true,
  showPlayBtn: true,
  showFullscreenBtn: true,
  showProgress: true,
  showMuteBtn: false,
  enableProgressGesture: true,
  title: '',
  enablePlayGesture: false,
  pictureInPictureMode: null,
  posterForCrawler: '',
  danmuList: null,
  danmuBtn: false,
  enableDanmu: false,
  vslideGesture: false,
  vslideGestureInFullscreen: true,
  showBackgroundPlaybackButton: false,
  playBtnPosition: '',
  direction: null,
  showCastingButton: false,
};

function video(element: Builtin): Reactions {
  const { host, get, tell } = element;
  const film = document.createElement('video');
  film.playsInline = true;
  film.preload = 'metadata';
  host.append(film);
  let started = false;
  film.addEventListener('loadedmetadata', () => {
    const from = get<number>('initialTime');
    if (!started && from > 0) film.currentTime = from;
    started = true;
    tell('loadedmetadata', { width: film.videoWidth, height: film.videoHeight, duration: film.duration });
  });
  tellPlaying(film, tell);
  tellFullScreen(film, element);
  return {
    src(source: string) {
      started = false;
      const found = addressOfFilm(source, element);
      if (found) film.src = found;
      else film.removeAttribute('src');
    },
    poster: (source: string) => void (film.poster = source ? addressOfFilm(source, element) : ''),
    controls: (on: boolean) => void (film.controls = on),
    autoplay: (on: boolean) => void (film.autoplay = on),
    loop: (on: boolean) => void (film.loop = on),
    muted: (on: boolean) => void (film.muted = on),
    objectFit: (fit: string) => void (film.style.objectFit = fit),
    title: (title: string) =>
      title ? film.setAttribute('aria-label', title) : film.removeAttribute('aria-label'),
    detached: () => film.pause(),
  };
}

function tellPlaying(film: HTMLVideoElement, tell: Builtin['tell']): void {
  for (const name of ['play', 'pause', 'ended', 'waiting']) film.addEventListener(name, () => tell(name, {}));
  film.addEventListener('seeked', () => tell('seekcomplete', { position: film.currentTime }));
  film.addEventListener('timeupdate', () =>
    tell('timeupdate', { currentTime: film.currentTime, duration: film.duration || 0 }),
  );
  film.addEventListener('progress', () => {
    const { buffered, duration } = film;
    if (!buffered.length) return;
    const part = buffered.end(buffered.length - 1) / (duration || 1);
    tell('progress', { buffered: Math.round(part * 100) });
  });
  film.addEventListener('error', () => {
    if (!film.getAttribute('src')) return;
    tell('error', { errMsg: `MEDIA_ERR ${film.error?.code ?? ''} ${film.error?.message ?? ''}`.trim() });
  });
}

function tellFullScreen(film: HTMLVideoElement, { host, tell }: Builtin): void {
  document.addEventListener('fullscreenchange', () => {
    const fullScreen = document.fullscreenElement === film;
    if (fullScreen || host.dataset.full) tell('fullscreenchange', { fullScreen, direction: 'horizontal' });
    if (fullScreen) host.dataset.full = '1';
    else delete host.dataset.full;
  });
}

/** Where the browser finds a film or its poster; nowhere when it is on another host. */
function addressOfFilm(source: string, { node }: Builtin): string {
  const found = addressOf(source, node);
  if (!leavesLoopback(found)) return found;
  warn(`video "${source}" is on another host: the preview loads nothing from outside`);
  return '';
}

/** Only WeChat has its channels: here stands the place of the film, and whether one is named at all. */
function channelFilm({ host, get, tell }: Builtin): Reactions {
  return {
    attached() {
      const named = get('feedToken') || (get('finderUserName') && get('feedId'));
      host.textContent = named ? '视频号视频在微信里播放' : '';
      if (!named) tell('error', { errMsg: 'channel-video: neither feed-token nor feed-id' });
    },
  };
}

function camera({ host, get, tell }: Builtin): Reactions {
  let stop: () => void = () => undefined;
  return {
    attached() {
      if (get('mode') !== 'scanCode') {
        tell('error', { errMsg: 'camera: the preview has only mode="scanCode"' });
        return;
      }
      stop = scanFromCamera(host, (code) =>
        tell('scancode', { result: code.result, type: code.scanType, charSet: 'utf-8' }),
      );
      tell('initdone', { maxZoom: 1 });
    },
    detached: () => stop(),
  };
}

/** The film inside a `<video id>` of a page. */
export function filmIn(area: ParentNode, id: string): HTMLVideoElement | null {
  return area.querySelector(`wx-video[id="${CSS.escape(id)}"] video`);
}
