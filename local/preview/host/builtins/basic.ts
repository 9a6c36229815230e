import { complain, warn } from '../complaints';
import type { glassEasel } from '../glass';
import { addressOf, leavesLoopback } from './assets';
import type { Builtin, Properties, Reactions } from './define';
import { defineBuiltin } from './define';

/** view, text, image, icon, progress, cover-view and the like: what only shows something. */
export function defineBasic(space: glassEasel.ComponentSpace): void {
  for (const tag of ['view', 'cover-view', 'root-portal', 'movable-area'])
    defineBuiltin(space, tag, { enable: null });
  defineBuiltin(space, 'text', { selectable: false, userSelect: false, space: '', decode: false }, text);
  for (const tag of ['image', 'cover-image']) defineImage(space, tag);
  defineBuiltin(space, 'icon', { type: '', size: null, color: '' }, icon);
  defineBuiltin(space, 'progress', PROGRESS_PROPERTIES, progress);
  defineBuiltin(
    space,
    'match-media',
    { minWidth: null, maxWidth: null, width: null, orientation: '' },
    matchMedia,
  );
  defineBuiltin(space, 'movable-view', { direction: '', x: null, y: null }, () => {
    complain('<movable-view> is not drawn by the preview');
  });
}

function text({ host, get }: Builtin): Reactions {
  const select = (): void =>
    void host.classList.toggle('selectable', get('selectable') === true || get('userSelect') === true);
  return {
    selectable: select,
    userSelect: select,
    space: (value: string) => void (host.style.whiteSpace = value ? 'pre-wrap' : ''),
  };
}

function icon({ host, get }: Builtin): Reactions {
  const draw = (): void => {
    const marks: Record<string, string> = {
      success: '✓',
      info: 'i',
      warn: '!',
      waiting: '…',
      cancel: '×',
      clear: '×',
      search: '⌕',
      download: '↓',
    };
    host.textContent = marks[get<string>('type')] ?? '';
    host.style.color = get<string>('color') || '';
    host.style.fontSize = `${Number.parseFloat(String(get('size') ?? 23)) || 23}px`;
  };
  return { type: draw, size: draw, color: draw };
}

const PROGRESS_PROPERTIES: Properties = {
  percent: 0,
  showInfo: false,
  strokeWidth: null,
  activeColor: '#09BB07',
  backgroundColor: '#EBEBEB',
  color: '',
  active: false,
};

function progress({ host, get }: Builtin): Reactions {
  const bar = document.createElement('div');
  const done = document.createElement('div');
  const label = document.createElement('span');
  bar.className = 'progress-bar';
  bar.append(done);
  host.append(bar, label);
  host.setAttribute('role', 'progressbar');
  const draw = (): void => {
    const percent = Math.min(100, Math.max(0, get<number>('percent')));
    bar.style.height = `${Number.parseFloat(String(get('strokeWidth') ?? 6)) || 6}px`;
    bar.style.background = get<string>('backgroundColor');
    done.style.width = `${percent}%`;
    done.style.background = get<string>('color') || get<string>('activeColor');
    label.textContent = get('showInfo') === true ? `${percent}%` : '';
    host.setAttribute('aria-valuenow', String(percent));
  };
  return { percent: draw, showInfo: draw, strokeWidth: draw, activeColor: draw, backgroundColor: draw };
}

function matchMedia({ host, get }: Builtin): Reactions {
  const decide = (): void => {
    const width = host.closest('.page-area')?.clientWidth ?? innerWidth;
    const [min, max, exact] = [
      get<number | null>('minWidth'),
      get<number | null>('maxWidth'),
      get<number | null>('width'),
    ];
    const fits =
      (min === null || width >= min) && (max === null || width <= max) && (exact === null || width === exact);
    const upright = get<string>('orientation') !== 'landscape';
    host.toggleAttribute('hidden', !(fits && upright));
  };
  return { minWidth: decide, maxWidth: decide, width: decide, orientation: decide };
}

type Fit = [fit: string, position: string];

const FITS: Record<string, Fit> = {
  scaleToFill: ['fill', 'center'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  widthFix: ['fill', 'center'],
  heightFix: ['fill', 'center'],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  center: ['none', 'center'],
  left: ['none', 'left'],
  right: ['none', 'right'],
  'top left': ['none', 'top left'],
  'top right': ['none', 'top right'],
  'bottom left': ['none', 'bottom left'],
  'bottom right': ['none', 'bottom right'],
};

function defineImage(space: glassEasel.ComponentSpace, tag: string): void {
  const properties = {
    src: '',
    mode: 'scaleToFill',
    lazyLoad: false,
    webp: false,
    showMenuByLongpress: false,
    fadeIn: false,
  };
  defineBuiltin(space, tag, properties, ({ host, node, get, tell }) => {
    const picture = document.createElement('img');
    picture.alt = '';
    picture.draggable = false;
    host.append(picture);
    const fix = (): void => {
      const mode = get<string>('mode');
      const { naturalWidth, naturalHeight } = picture;
      // The picture follows one side of the box; the element's own style gives that side.
      host.classList.toggle('width-fix', mode === 'widthFix');
      host.classList.toggle('height-fix', mode === 'heightFix');
      const ratio = naturalWidth && naturalHeight ? `${naturalWidth} / ${naturalHeight}` : '';
      host.style.aspectRatio = mode === 'widthFix' || mode === 'heightFix' ? ratio : '';
    };
    picture.addEventListener('load', () => {
      picture.style.visibility = '';
      fix();
      tell('load', { width: picture.naturalWidth, height: picture.naturalHeight });
    });
    picture.addEventListener('error', () => {
      if (!picture.getAttribute('src')) return;
      // WeChat leaves the place empty; the browser would draw a torn picture.
      picture.style.visibility = 'hidden';
      tell('error', { errMsg: `GET ${get('src')} failed` });
    });
    return {
      lazyLoad: (lazy: boolean) => void (picture.loading = lazy ? 'lazy' : 'eager'),
      src(source: string) {
        const address = addressOf(source, node);
        if (leavesLoopback(address)) {
          warn(`image "${source}" is on another host: the preview loads nothing from outside`);
          picture.removeAttribute('src');
          queueMicrotask(() => tell('error', { errMsg: `GET ${source} refused by the preview` }));
        } else if (address) picture.src = address;
        else picture.removeAttribute('src');
        picture.hidden = !address;
      },
      mode(mode: string) {
        const fit = FITS[mode];
        if (!fit) complain(`<image mode="${mode}"> is not a mode`);
        [picture.style.objectFit, picture.style.objectPosition] = fit ?? ['fill', 'center'];
        fix();
      },
    };
  });
}
