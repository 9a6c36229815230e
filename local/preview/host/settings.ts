export type Network = 'fast' | 'slow' | 'offline' | 'lost';

export interface Identity {
  key: string;
  label: string;
  openid: string;
  note?: string;
}

interface Settings {
  identity: Identity;
  network: Network;
  elder: boolean;
  dark: boolean;
  language: string;
}

/** A stranger to the library; letters alone, so nobody can take it for a card number. */
export function newVisitor(): Identity {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(8)), (n) =>
    String.fromCharCode(97 + (n % 26)),
  );
  return { key: 'new', label: '新访客', openid: `o-visitor-${letters.join('')}` };
}

const query = new URLSearchParams(location.search);
const KEPT = 'preview.settings';

/** Only the phone, edge to edge: narrow windows and `?bare=1`. */
export const bare = query.get('bare') === '1' || innerWidth <= 480;

export const settings: Settings = { ...remembered(), ...asked() };

type Change = keyof Settings;
const listeners = new Set<(change: Change) => void>();

/** Changes one setting, remembers it for the next load and tells who listens. */
export function change<K extends Change>(name: K, value: Settings[K]): void {
  settings[name] = value;
  if (!bare) sessionStorage.setItem(KEPT, JSON.stringify(settings));
  for (const listener of listeners) listener(name);
}

export function onChange(listener: (change: Change) => void): void {
  listeners.add(listener);
}

/** The identity named by `?as=`; it is looked up among the demo library's when the preview starts. */
export const askedIdentity = query.get('as');
/**
 * How the mini program was opened (WeChat's scene values): 1001 from its list, 1154 as a single page out of
 * 朋友圈.
 */
export const scene = Number(query.get('scene') ?? 1001);
/** The first page: the one asked for, or the one that was open before the source changed. */
export const askedPage = takeRememberedPage() ?? query.get('page');

/** Keeps the page over one reload. */
export function rememberPage(url: string): void {
  sessionStorage.setItem('preview.page', url);
}

function takeRememberedPage(): string | null {
  const url = sessionStorage.getItem('preview.page');
  sessionStorage.removeItem('preview.page');
  return url;
}

/**
 * Finds who `?as=` or the last choice means, once the list of identities is known. An openid is taken as it
 * is. Answers false when nobody is called so.
 */
export function settleIdentity(identities: Identity[]): boolean {
  const wanted = askedIdentity ?? (firstTime ? 'reader' : settings.identity.key);
  if (wanted === 'new') return true;
  const found = identities.find(({ key, openid }) => key === wanted || openid === wanted);
  if (found) settings.identity = found;
  else if (wanted.startsWith('o-')) settings.identity = { key: wanted, label: wanted, openid: wanted };
  return Boolean(found) || wanted.startsWith('o-') || !askedIdentity;
}

/** In a window with the panel the first look is a reader's, whose shelf already tells a story. */
const firstTime = !bare && sessionStorage.getItem(KEPT) === null;

function remembered(): Settings {
  const kept = bare ? null : sessionStorage.getItem(KEPT);
  const fresh: Settings = {
    identity: newVisitor(),
    network: 'fast',
    elder: false,
    dark: false,
    language: 'zh_CN',
  };
  return kept ? { ...fresh, ...(JSON.parse(kept) as Partial<Settings>) } : fresh;
}

function asked(): Partial<Settings> {
  const wanted: Partial<Settings> = {};
  const network = query.get('network');
  if (network === 'fast' || network === 'slow' || network === 'offline' || network === 'lost')
    wanted.network = network;
  if (query.has('elder')) wanted.elder = query.get('elder') !== '0';
  if (query.has('dark')) wanted.dark = query.get('dark') !== '0';
  const language = query.get('lang');
  if (language) wanted.language = language;
  return wanted;
}
