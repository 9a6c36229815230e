import type { RulesApi, StaffRole } from '../../../typings/contract';
import type { Option } from './rule-inputs';

type Member = ReturnType<RulesApi['rules.staff']>['list'][number];

export const ROLE_NAMES: { id: StaffRole; name: string; about: string }[] = [
  { id: 'circulation', name: '流通', about: '借还、预约架、读者、盘点' },
  { id: 'cataloguer', name: '编目', about: '书目与复本' },
  { id: 'events', name: '活动', about: '活动与报名' },
  { id: 'reference', name: '咨询', about: '解答读者' },
  { id: 'content', name: '内容', about: '讲座与文章' },
  { id: 'manager', name: '主管', about: '以上全部，加规则、日历与减免' },
  { id: 'director', name: '馆长', about: '全部，加馆员名单' },
];

export interface MemberCard extends Member {
  roleText: string;
  branchName: string;
  /** Enough of the identity to know it by. */
  identity: string;
}

export function memberCards(list: Member[], branches: Option[]): MemberCard[] {
  return list.map((member) => ({
    ...member,
    roleText:
      ROLE_NAMES.filter(({ id }) => member.roles.includes(id))
        .map(({ name }) => name)
        .join('、') || '没有岗位',
    branchName: branches.find(({ id }) => id === member.branchId)?.name ?? member.branchId,
    identity: member.staffId.length > 12 ? `…${member.staffId.slice(-8)}` : member.staffId,
  }));
}
