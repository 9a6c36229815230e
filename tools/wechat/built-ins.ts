/**
 * The components that WeChat brings along and that our templates may use, each attribute with the base
 * library that brought it where the documentation names one. What is not here is not used yet: look it up and
 * add it.
 */
const BUILT_INS: Record<string, Record<string, string>> = {
  view: { 'hover-class': '', 'hover-stop-propagation': '1.5.0', 'hover-stay-time': '' },
  text: { 'user-select': '2.12.1', decode: '1.4.0' },
  block: {},
  slot: { name: '' },
  template: { name: '', is: '', data: '' },
  import: { src: '' },
  include: { src: '' },
  wxs: { src: '', module: '' },
  input: {
    ...{ value: '', type: '', password: '', placeholder: '', 'placeholder-class': '', disabled: '' },
    ...{ maxlength: '', focus: '', 'confirm-type': '1.1.0', 'confirm-hold': '1.1.0', 'cursor-spacing': '' },
    ...{ 'hold-keyboard': '2.8.2', 'adjust-position': '1.9.90' },
    ...{ input: '', confirm: '', focus_: '', blur: '' },
  },
  textarea: {
    ...{ value: '', placeholder: '', 'placeholder-class': '', disabled: '', maxlength: '', focus: '' },
    ...{ 'auto-height': '', 'cursor-spacing': '', 'show-confirm-bar': '1.6.0', 'hold-keyboard': '2.8.2' },
    ...{ 'disable-default-padding': '2.10.0', 'adjust-position': '1.9.90', input: '', blur: '' },
  },
  picker: {
    mode: '',
    range: '',
    'range-key': '',
    value: '',
    start: '',
    end: '',
    fields: '',
    disabled: '',
    change: '',
  },
  'scroll-view': {
    ...{ 'scroll-x': '', 'scroll-y': '', 'scroll-into-view': '', 'scroll-with-animation': '' },
    ...{ enhanced: '2.12.0', 'show-scrollbar': '2.12.0', scroll: '', scrolltolower: '' },
  },
  image: { src: '', mode: '', 'lazy-load': '1.5.0', load: '', error: '' },
  video: {
    ...{ src: '', controls: '', title: '2.4.0', 'object-fit': '', poster: '', 'initial-time': '1.6.0' },
    ...{ 'enable-progress-gesture': '1.9.0', 'show-center-play-btn': '1.9.0' },
    ...{ play: '', pause: '', ended: '', timeupdate: '', loadedmetadata: '2.7.0', error: '1.7.0' },
  },
  button: { 'hover-class': '', 'open-type': '1.1.0', size: '', type: '', plain: '', disabled: '' },
  'channel-video': {
    ...{ 'finder-user-name': '2.25.1', 'feed-id': '2.25.1', 'feed-token': '2.31.1' },
    ...{ 'object-fit': '2.25.1', error: '2.25.1' },
  },
  canvas: { type: '2.9.0' },
  camera: { mode: '2.1.0', 'device-position': '', flash: '', scancode: '2.1.0', error: '' },
};

/** Names that WeChat has taken: a custom component may not be called so. */
const TAKEN = new Set([
  ...Object.keys(BUILT_INS),
  ...[
    'ad',
    'audio',
    'checkbox',
    'checkbox-group',
    'cover-image',
    'cover-view',
    'editor',
    'form',
    'icon',
    'label',
  ],
  ...['live-player', 'live-pusher', 'map', 'match-media', 'movable-area', 'movable-view', 'navigation-bar'],
  ...['navigator', 'official-account', 'open-data', 'page-container', 'page-meta', 'picker-view', 'progress'],
  ...['picker-view-column', 'radio', 'radio-group', 'rich-text', 'root-portal', 'selection', 'share-element'],
  ...[
    'slider',
    'sticky-header',
    'sticky-section',
    'swiper',
    'swiper-item',
    'switch',
    'voip-room',
    'web-view',
  ],
  ...[
    'grid-view',
    'list-view',
    'list-builder',
    'snapshot',
    'span',
    'draggable-sheet',
    'page',
    'open-container',
  ],
]);

export const isTaken = (name: string): boolean => TAKEN.has(name);
export const isBuiltIn = (name: string): boolean => name in BUILT_INS;

/** On whatever tag: what the framework reads, and taps and touches. */
const EVERYWHERE =
  /^(class|style|id|slot|hidden|wx:\w[\w-]*|data-[\w-]+|aria-\w+|(bind|catch|mut-bind):?(tap|longpress|touch(start|move|end|cancel)|transitionend|animationend))$/;
const EVENT = /^(?:bind|catch):?(\w+)$/;

/** The base library that an attribute of a built-in tag needs: '' any, undefined where it is not known. */
export const attributeSince = (tag: string, attribute: string): string | undefined => {
  if (EVERYWHERE.test(attribute)) return attribute.startsWith('aria-') ? '2.7.1' : '';
  const own = BUILT_INS[tag] ?? {};
  const event = EVENT.exec(attribute)?.[1];
  if (event !== undefined) return own[event === 'focus' && tag === 'input' ? 'focus_' : event];
  if (attribute.startsWith('model:'))
    return own[attribute.slice('model:'.length)] === undefined ? undefined : '2.9.3';
  return own[attribute];
};
