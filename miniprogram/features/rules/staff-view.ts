import type { RulesApi, StaffRole } from '../../../typings/contract';
import type { Input } from '../../lib/call';
import { moment } from '../../lib/dates';
import { libraryToday } from '../../lib/session';
import type { Option } from './rule-inputs';

type Member = ReturnType<RulesApi['rules.staff']>['list'][number];

const ROLE_NAMES: { id: StaffRole; name: string; about: string }[] = [
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
  /** What they did last, since when they are out, whether they have a PIN. */
  facts: string;
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
    facts: factsOf(member, libraryToday()),
  }));
}

function factsOf({ lastActAt, pinSetAt, shutOutAt }: Member, today: string): string {
  return [
    ...(shutOutAt ? [`${moment(shutOutAt, today)} 停用`] : []),
    lastActAt ? `最近办理 ${moment(lastActAt, today)}` : '还没有办理过',
    pinSetAt ? '有办公密码' : '未设办公密码',
  ].join(' · ');
}

/** One of the staff as the sheet shows them; what is typed stands beside it. */
export interface MemberForm {
  staffId: string;
  name: string;
  /** Which of the branches. */
  branch: number;
  active: boolean;
  isNew: boolean;
  hasPin: boolean;
}

export const nobody: MemberForm = {
  staffId: '',
  name: '',
  branch: 0,
  active: true,
  isNew: true,
  hasPin: false,
};

export function memberForm(
  { staffId, name, branchId, active, pinSetAt }: Member,
  branches: Option[],
): MemberForm {
  const branch = Math.max(
    0,
    branches.findIndex(({ id }) => id === branchId),
  );
  return { staffId, name, branch, active, isNew: false, hasPin: pinSetAt !== undefined };
}

export function roleRows(roles: StaffRole[]) {
  return ROLE_NAMES.map((role) => ({ ...role, on: roles.includes(role.id) }));
}

export type RoleRow = ReturnType<typeof roleRows>[number];

/** What is sent of a sheet that was filled in; undefined where its name or identity is missing. */
export function memberOf(
  member: MemberForm,
  typed: { staffId: string; name: string },
  roles: RoleRow[],
  branches: Option[],
): Input<'rules.saveStaff'> | undefined {
  const staffId = typed.staffId.trim();
  const name = typed.name.trim();
  if (!staffId || !name) return undefined;
  return {
    staffId,
    name,
    branchId: branches[member.branch]?.id ?? '',
    roles: roles.filter(({ on }) => on).map(({ id }) => id),
    active: member.active,
  };
}
