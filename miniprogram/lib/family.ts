import type { FamilyMember } from '../../typings/contract';
import { yuan } from './money';
import { grouped } from './words';

/** Under which the last known family is kept; pages that offer a choice of readers share it. */
export const FAMILY = 'account.family';

export interface MemberRow {
  readerId: string;
  name: string;
  number: string;
  category: string;
  relation: FamilyMember['relation'];
  acting: boolean;
  /** "借 3 册 · 1 本可取", what matters now. */
  facts: string;
  /** Something is overdue or owed. */
  urgent: string;
}

export function memberRow(member: FamilyMember): MemberRow {
  const { loans, overdue, ready, owes } = member;
  return {
    readerId: member.readerId,
    name: member.name,
    number: grouped(member.cardNumber),
    category: member.categoryName,
    relation: member.relation,
    acting: member.acting,
    facts: [loans > 0 ? `在借 ${loans} 册` : '没有在借', ready > 0 ? `${ready} 本可取` : '']
      .filter(Boolean)
      .join(' · '),
    urgent: [overdue > 0 ? `${overdue} 册逾期` : '', owes > 0 ? `未付 ${yuan(owes)}` : '']
      .filter(Boolean)
      .join(' · '),
  };
}

/** Readers to choose from at the head of a page; none when there is only one. */
export function familyTabs(list: FamilyMember[]): { readerId: string; name: string }[] {
  if (list.length < 2) return [];
  return list.map(({ readerId, name, relation }) => ({ readerId, name: relation === 'self' ? '我' : name }));
}

/** Somebody of the family who may collect a hold too. */
export interface Sharer {
  readerId: string;
  name: string;
  on: boolean;
}

/**
 * Those of the family who may collect a hold too: everybody but its own reader. `on`: names that share it
 * already.
 */
export function sharersOf(list: FamilyMember[], on: readonly string[] = []): Sharer[] {
  return list
    .filter(({ relation }) => relation !== 'self')
    .map(({ readerId, name }) => ({ readerId, name, on: on.includes(name) }));
}
