import * as v from 'valibot';
import type { PolicyRow } from '../../../typings/contract/rules';
import type { Refusal } from '../../../typings/contract/refusals';
import { DEFAULT_RULES } from '../../circulation/rules';
import type { LibrarySettings, PolicyDocument } from '../../documents';
import type { Database, Transaction } from '../../kernel/database';
import { reading, writing } from '../../kernel/operation';
import { done, refuse } from '../../kernel/refusal';
import { anId, nothing } from '../../kernel/validate';
import { ofFound } from '../../steps/found';
import { aPolicyRow, type PolicyInput } from './rules-schema';

type Cell = Pick<PolicyDocument, 'readerCategory' | 'itemType' | 'branchId'>;

/** A cell of the matrix has one row, named after it. */
export const policyIdOf = ({ readerCategory, itemType, branchId }: Cell): string =>
  [readerCategory, itemType, branchId].map((part) => (part === '*' ? 'all' : part)).join('_');

const isForAll = ({ readerCategory, itemType, branchId }: Cell): boolean =>
  [readerCategory, itemType, branchId].every((part) => part === '*');

const sameCell = (a: Cell, b: Cell): boolean =>
  a.readerCategory === b.readerCategory && a.itemType === b.itemType && a.branchId === b.branchId;

const rowOf = ({ _id, ...row }: PolicyDocument): PolicyRow => ({
  ...row,
  policyId: _id,
  rules: { ...row.rules },
});

/** All rows as they are saved, not as a warm function keeps them. */
export const savedPolicies = (db: Database): Promise<PolicyDocument[]> =>
  db.find('policies', { where: {}, limit: 1000 });

/** The settings as they are saved. */
const savedSettings = async (from: Pick<Transaction, 'get'>): Promise<LibrarySettings> => {
  const settings = await from.get('settings', 'library');
  if (settings?._id !== 'library') throw new Error('settings "library" are missing');
  return settings;
};

export const policies = reading('rules.policies', {
  role: 'circulation',
  schema: nothing,
  run: async ({ db, library }) => {
    const [rows, settings] = await Promise.all([savedPolicies(db), savedSettings(db)]);
    return done({
      list: rows.sort((a, b) => (a._id < b._id ? -1 : 1)).map(rowOf),
      readerCategories: settings.readerCategories,
      itemTypes: settings.itemTypes,
      branches: library.branches.map(({ _id, name }) => ({ id: _id, name })),
      defaults: { ...DEFAULT_RULES },
    });
  },
});

export const savePolicy = writing('rules.savePolicy', {
  role: 'manager',
  schema: aPolicyRow,
  prepare: async ({ db }, { readerCategory, itemType, branchId }) => {
    const rows = await savedPolicies(db);
    return {
      sameCell: rows
        .filter((row) => sameCell(row, { readerCategory, itemType, branchId }))
        .map((row) => row._id),
    };
  },
  run: async (_context, input, transaction, found) => {
    const { policyId, ...row } = input;
    const unknown = await unknownParts(transaction, row);
    if (unknown.length > 0) return refuse(...unknown);
    const before = policyId === '' ? null : await transaction.get('policies', policyId);
    if (policyId !== '' && !before) return refuse({ code: 'policy_not_found' });
    if (before && isForAll(before) && !isForAll(row)) return refuse({ code: 'last_policy' });
    const id = policyIdOf(row);
    // Rows that came with an import may carry other names than that of their cell.
    const others = [...new Set([...found.sameCell, id])].filter((each) => each !== policyId);
    for (const other of others) {
      if (await transaction.get('policies', other)) return refuse({ code: 'policy_exists' });
    }
    const saved: PolicyDocument = { _id: id, ...row };
    if (before && before._id !== id) await transaction.remove('policies', before._id);
    await transaction.put('policies', saved);
    return { value: rowOf(saved), log: { outcome: `流通规则 ${id} ${before ? '已修改' : '已新增'}` } };
  },
});

export const removePolicy = writing('rules.removePolicy', {
  role: 'manager',
  schema: v.strictObject({ policyId: anId }),
  run: ofFound(
    ['policies', 'policyId', { code: 'policy_not_found' }],
    async (_context, { policyId }: { policyId: string }, transaction, row) => {
      if (isForAll(row)) return refuse({ code: 'last_policy' });
      await transaction.remove('policies', policyId);
      return { value: { policyId }, log: { outcome: `流通规则 ${policyId} 已删除` } };
    },
  ),
});

/** Which parts of a cell, and of the limits in it, the library does not know. */
const unknownParts = async (
  transaction: Transaction,
  row: Omit<PolicyInput, 'policyId'>,
): Promise<Refusal[]> => {
  const settings = await savedSettings(transaction);
  const limits = row.rules.limits ?? [];
  const missing = (
    what: Extract<Refusal, { code: 'not_in_library' }>['what'],
    known: { id: string }[],
    ids: string[],
  ): Refusal[] =>
    ids
      .filter((id) => id !== '*' && !known.some((each) => each.id === id))
      .map((id) => ({ code: 'not_in_library', what, id }));
  const branchIds = [row.branchId, ...limits.flatMap((limit) => limit.branchId ?? [])];
  const branches: { id: string }[] = [];
  for (const id of new Set(branchIds)) {
    if (id !== '*' && (await transaction.get('branches', id))) branches.push({ id });
  }
  return [
    ...missing('readerCategory', settings.readerCategories, [row.readerCategory]),
    ...missing('itemType', settings.itemTypes, [
      row.itemType,
      ...limits.flatMap((limit) => limit.itemTypes ?? []),
    ]),
    ...missing('branch', branches, branchIds),
  ];
};
