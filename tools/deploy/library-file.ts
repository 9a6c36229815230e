import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { StaffRole } from '../../typings/contract/staff-roles';
import type {
  BranchDocument,
  OpeningHours,
  PolicyDocument,
  SettingDocument,
} from '../../cloudfunctions/documents';
import { WEEKDAYS, librarySchema, type LibraryFile } from './library-schema';

export interface StaffEntry {
  name: string;
  branchId: string;
  roles: StaffRole[];
  active: boolean;
  /** How this person is found: the openid, or the card that they opened in WeChat. */
  by: { openid: string } | { card: string };
}

/** What a library's own file says, as the documents that the functions read. */
export interface OwnLibrary {
  settings: Extract<SettingDocument, { _id: 'library' }>;
  lastCard: number;
  branches: BranchDocument[];
  policies: PolicyDocument[];
  staff: StaffEntry[];
}

/** A file that cannot be used, with every wrong path. */
export class WrongLibraryFile extends Error {
  constructor(
    file: string,
    readonly wrong: string[],
  ) {
    super(`${file} cannot be used:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'WrongLibraryFile';
  }
}

/** @throws WrongLibraryFile with every path that is wrong. */
export function readLibraryFile(file: string): OwnLibrary {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new WrongLibraryFile(file, [`it cannot be read: ${(error as Error).message}`]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new WrongLibraryFile(file, [`it is not JSON: ${(error as Error).message}`]);
  }
  const own = libraryFrom(value);
  if ('wrong' in own) throw new WrongLibraryFile(file, own.wrong);
  return own;
}

/** Reads a library off plain data, or names every path that is wrong. */
function libraryFrom(value: unknown): OwnLibrary | { wrong: string[] } {
  const result = v.safeParse(librarySchema, value);
  if (!result.success) return { wrong: result.issues.map(wrongIn) };
  const wrong = disagreementsIn(result.output);
  return wrong.length > 0 ? { wrong } : documentsOf(result.output);
}

function wrongIn(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? '(the whole file)';
  if (issue.expected === 'never') return `${path}: is not known here`;
  return `${path}: ${issue.received === 'undefined' ? 'is missing' : issue.message}`;
}

/**
 * What the form alone cannot tell: names that lead nowhere, things said twice, no rule for everything else.
 */
function disagreementsIn(file: LibraryFile): string[] {
  const { branches, policies, staff, readerCategories, itemTypes } = file;
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const known = new Set(idsOf(branches));
  const twice = (list: string, keys: string[]) =>
    keys.flatMap((key, n) => (keys.indexOf(key) < n ? [`${list}.${n}: ${key} is there already`] : []));
  const lost = (list: string, ids: string[]) =>
    ids.flatMap((id, n) =>
      id === '*' || known.has(id) ? [] : [`${list}.${n}.branchId: there is no branch ${id}`],
    );
  const strange = (side: 'readerCategory' | 'itemType', list: string, kinds: readonly string[]) =>
    policies.flatMap(({ [side]: id }, n) =>
      id === '*' || kinds.includes(id) ? [] : [`policies.${n}.${side}: ${id} is not among ${list}`],
    );
  const catchAll = policies.some((row) => row.readerCategory + row.itemType + row.branchId === '***');
  return [
    ...twice('branches', idsOf(branches)),
    ...twice('readerCategories', idsOf(readerCategories)),
    ...twice('itemTypes', idsOf(itemTypes)),
    ...strange('readerCategory', 'readerCategories', idsOf(readerCategories)),
    ...strange('itemType', 'itemTypes', idsOf(itemTypes)),
    ...twice('policies', policies.map(policyId)),
    ...twice(
      'staff',
      staff.map(({ card, openid }) => card ?? openid ?? ''),
    ),
    ...lost(
      'policies',
      policies.map(({ branchId }) => branchId),
    ),
    ...lost(
      'staff',
      staff.map(({ branchId }) => branchId),
    ),
    ...(catchAll
      ? []
      : ['policies: one row must be for *, *, *, so that no reader and no copy is without a rule']),
  ];
}

function documentsOf(file: LibraryFile): OwnLibrary {
  const {
    lastCard,
    templates,
    ageOfMajority,
    mayWaive,
    openContent,
    childrenClasses,
    childrenTypes,
    branches,
    policies,
    staff,
    ...settings
  } = file;
  return {
    settings: {
      _id: 'library',
      ...settings,
      templates: present(templates),
      ...(ageOfMajority && { ageOfMajority }),
      ...(mayWaive && { mayWaive }),
      ...(openContent && { openContent }),
      ...(childrenClasses && { childrenClasses }),
      ...(childrenTypes && { childrenTypes }),
    },
    lastCard,
    branches: branches.map(({ id, hours, exceptions, ...branch }, n) => ({
      _id: id,
      ...branch,
      weeklyHours: WEEKDAYS.map((day) => openingHours(hours[day])),
      exceptions: Object.fromEntries(
        Object.entries(exceptions).map(([day, { open, why }]) => [day, { open: openingHours(open), why }]),
      ),
      order: n + 1,
    })),
    policies: policies.map((policy) => ({ _id: policyId(policy), ...policy })),
    staff: staff.map(({ card, openid, ...member }) => ({
      ...member,
      by: openid === undefined ? { card: card ?? '' } : { openid },
    })),
  };
}

/** Without the topics that have no template. */
const present = (templates: LibraryFile['templates']): OwnLibrary['settings']['templates'] =>
  Object.fromEntries(Object.entries(templates).filter(([, template]) => template !== undefined));

const policyId = ({ readerCategory, itemType, branchId }: LibraryFile['policies'][number]): string =>
  [readerCategory, itemType, branchId].join('_').replaceAll('*', 'all');

function openingHours(text: string | null): OpeningHours | null {
  if (text === null) return null;
  const spans = text.split(',').map((span) => span.split('-'));
  const from = spans[0]?.[0] ?? '';
  const to = spans.at(-1)?.[1] ?? '';
  const pauses = spans.slice(1).map((span, n) => ({ from: spans[n]?.[1] ?? '', to: span[0] ?? '' }));
  return { from, to, ...(pauses.length > 0 && { pauses }) };
}
