import { warn } from '../complaints';
import type { glassEasel } from '../glass';
import { scanFromCamera } from '../sheets/scan';
import { addressOf, leavesLoopback } from './assets';
import type { Builtin, Properties, Reactions } from './define';
import { defineBuiltin } from './define';

/** video and camera. */
export function defineMedia(space: glassEasel.ComponentSpace): void {
  defineBuiltin(space, 'video', VIDEO_PROPERTIES, video);

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

function video({ host, node, get, tell }: Builtin): Reactions {
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
  film.addEventListener('play', () => tell('play', {}));
  film.addEventListener('pause', () => tell('pause', {}));
  film.addEventListener('ended', () => tell('ended', {}));
  film.addEventListener('waiting', () => tell('waiting', {}));
  film.addEventListener('seeked', () => tell('seekcomplete', { position: film.currentTime }));
  film.addEventListener('timeupdate', () =>
    tell('timeupdate', { currentTime: film.currentTime, duration: film.duration || 0 }),
  );
  film.addEventListener('progress', () => {
    const { buffered, duration } = film;
    if (buffered.length)
      tell('progress', {
        buffered: Math.round((buffered.end(buffered.length - 1) / (duration || 1)) * 100),
      });
  });
  film.addEventListener('error', () => {
    if (film.getAttribute('src'))
      tell('error', {
        errMsg: `MEDIA_ERR ${film.error?.code ?? ''} ${film.error?.message ?? ''}`.trim(),
      });
  });
  document.addEventListener('fullscreenchange', () => {
    if (document.fullscreenElement === film || host.dataset.full)
      tell('fullscreenchange', {
        fullScreen: document.fullscreenElement === film,
        direction: 'horizontal',
      });
    if (document.fullscreenElement === film) host.dataset.full = '1';
    else delete host.dataset.full;
  });
  const address = (source: string): string => {
    const found = addressOf(source, node);
    if (!leavesLoopback(found)) return found;
    warn(`video "${source}" is on another host: the preview loads nothing from outside`);
    return '';
  };
  return {
    src(source: string) {
      started = false;
      const found = address(source);
      if (found) film.src = found;
      else film.removeAttribute('src');
    },
    poster: (source: string) => void (film.poster = source ? address(source) : ''),
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
