import type { ResourceAccess, ResourceCard, ResourceKind, ResourcePage } from '../../../typings/contract';

export const KINDS: { kind: ResourceKind; name: string; none: string }[] = [
  { kind: 'database', name: '数据库', none: '还没有数据库' },
  { kind: 'collection', name: '特色馆藏', none: '还没有特色馆藏' },
];

interface AccessWords {
  text: string;
  tone: 'good' | 'accent' | 'soon';
  icon: string;
  about: string;
}

export const ACCESS: Record<ResourceAccess, AccessWords> = {
  everywhere: { text: '馆外可用', tone: 'good', icon: 'check', about: '任何人、任何地方都可以使用。' },
  with_card: {
    text: '需读者证',
    tone: 'accent',
    icon: 'card',
    about: '持本馆读者证的读者可以使用，登录时会用到证号。',
  },
  in_library: { text: '仅限馆内', tone: 'soon', icon: 'place', about: '请到馆内使用，馆员可以协助。' },
};

interface ResourceRow {
  resourceId: string;
  name: string;
  /** What it is, in a line or two. */
  lead: string;
  provider: string;
  access: AccessWords;
  shown: boolean;
}

export interface ResourceGroup {
  kind: ResourceKind;
  name: string;
  list: ResourceRow[];
}

const resourceRow = (card: ResourceCard & { shown?: boolean }): ResourceRow => ({
  resourceId: card.resourceId,
  name: card.name,
  lead: card.lead,
  provider: card.provider,
  access: ACCESS[card.access],
  shown: card.shown ?? true,
});

/**
 * Words stand anywhere in the name, the provider or the subjects, whatever their case; all of them have to.
 */
function matches(card: ResourceCard, words: string): boolean {
  const text = [card.name, card.provider, ...card.subjects].join('\n').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The two groups with what answers to the words and the subject; groups with nothing are left out. */
export function groupsOf(list: ResourceCard[], words: string, subject: string): ResourceGroup[] {
  const found = list.filter(
    (card) => matches(card, words.trim()) && (subject === '' || card.subjects.includes(subject)),
  );
  return KINDS.map(({ kind, name }) => ({
    kind,
    name,
    list: found.filter((card) => card.kind === kind).map(resourceRow),
  })).filter((group) => group.list.length > 0);
}

/** Subjects to choose from: the most frequent first, and of equals the one that comes first. */
export function subjectsOf(list: ResourceCard[], most = 12): string[] {
  const times = new Map<string, number>();
  for (const subject of list.flatMap((card) => card.subjects))
    times.set(subject, (times.get(subject) ?? 0) + 1);
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([subject]) => subject);
}

interface ResourceView {
  name: string;
  kindName: string;
  provider: string;
  about: string[];
  guide: string[];
  url: string;
  /** The address as one reads it: without the scheme and a last slash. */
  site: string;
  access: AccessWords;
  subjects: string[];
  contact: string;
}

export const resourceView = (resource: ResourcePage): ResourceView => ({
  name: resource.name,
  kindName: KINDS.find(({ kind }) => kind === resource.kind)?.name ?? '',
  provider: resource.provider,
  about: resource.about.split('\n').filter((line) => line.trim() !== ''),
  guide: resource.guide,
  url: resource.url,
  site: resource.url.replace(/^https:\/\//, '').replace(/\/$/, ''),
  access: ACCESS[resource.access],
  subjects: resource.subjects,
  contact: resource.contact,
});
