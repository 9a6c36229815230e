import type { QuickReason, Service } from '../../typings/contract/satisfaction';
import type { ReaderDocument } from '../documents';
import { FACES, noFaces, weekOf, withFace } from '../figures/faces';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/database';

interface Faced {
  service: Service;
  branchId: string;
  faces: number;
  reasons?: readonly QuickReason[];
  /** A face that this one takes the place of, given in the same week. */
  before?: number | null;
}

/** Counts a face into its week: who gave it, and when, is not kept. */
export const countFace = async (
  transaction: Transaction,
  { today }: Pick<Context, 'today'>,
  { category }: Pick<ReaderDocument, 'category'>,
  { service, branchId, faces, reasons = [], before }: Faced,
): Promise<void> => {
  const week = weekOf(today);
  const given = FACES[faces - 1];
  const taken = before ? FACES[before - 1] : undefined;
  // The same face again changes nothing.
  if (!given || given === taken) return;
  const known = (await transaction.get('faceCounts', week)) ?? noFaces(week);
  const change = { [given]: 1, ...(taken && { [taken]: -1 }) };
  await transaction.put(
    'faceCounts',
    withFace(known, { service, branchId, category }, change, [...new Set(reasons)]),
  );
};
