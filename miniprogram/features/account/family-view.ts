import type { FamilyMember } from '../../../typings/contract';
import { memberRow, type MemberRow } from '../../lib/family';

interface FamilyView {
  self: MemberRow | null;
  children: MemberRow[];
  cards: MemberRow[];
}

export function familyView(list: FamilyMember[]): FamilyView {
  const rows = list.map(memberRow);
  const of = (relation: MemberRow['relation']) => rows.filter((row) => row.relation === relation);
  return { self: of('self')[0] ?? null, children: of('child'), cards: of('card') };
}
