import type { GuardianRequest, LocalDate } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import { moment } from '../../lib/dates';
import { memberRow, type MemberRow } from '../../lib/family';

export interface RequestRow {
  requestId: string;
  /** How the child is named as long as it is a stranger's: by the end of its card. */
  name: string;
  facts: string;
}

interface FamilyView {
  self: MemberRow | null;
  children: MemberRow[];
  cards: MemberRow[];
  requests: RequestRow[];
  awaitsGuardian: boolean;
  mayAddChild: boolean;
}

export function familyView(
  { list, requests, awaitsGuardian, mayAddChild }: Output<'account.family'>,
  today: LocalDate,
): FamilyView {
  const rows = list.map(memberRow);
  const of = (relation: MemberRow['relation']) => rows.filter((row) => row.relation === relation);
  return {
    self: of('self')[0] ?? null,
    children: of('child'),
    cards: of('card'),
    requests: requests.map((request) => requestRow(request, today)),
    awaitsGuardian,
    mayAddChild,
  };
}

function requestRow({ requestId, cardEnd, age, at }: GuardianRequest, today: LocalDate): RequestRow {
  return { requestId, name: `尾号 ${cardEnd} 小读者`, facts: `${age} 岁 · ${moment(at, today)}` };
}
