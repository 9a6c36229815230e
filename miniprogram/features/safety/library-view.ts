import type { DeskAccepts, KeyRow, LocalDate, SafetyRules } from '../../../typings/contract';
import { moment } from '../../lib/dates';
import type { Output } from '../../lib/call';

const ACCEPTS: { id: DeskAccepts; name: string; about: string }[] = [
  { id: 'code', name: '只认二维码', about: '读者要出示“我的读者证”，实体证不能借书' },
  {
    id: 'number_and_birth_day',
    name: '二维码，或证号加生日',
    about: '用实体证或报证号时，核对生日是几月几日',
  },
  { id: 'number', name: '有证号就可以', about: '知道证号的人就能借，丢了证请及时挂失' },
];

const STATES: Record<KeyRow['state'], string> = {
  coming: '即将启用',
  current: '正在使用',
  former: '已停用，此前的码到期为止仍有效',
};

/** What the library has decided, as its page shows it. */
export function safetyView({ keys, ...rules }: Output<'safety.show'>, today: LocalDate) {
  return { rules, ...rulesView(rules), keys: keyLines(keys, today) };
}

export function rulesView({ deskAccepts, asksAgain, keyDays }: SafetyRules) {
  return {
    accepts: ACCEPTS.map((each) => ({ ...each, on: each.id === deskAccepts })),
    asks: asksAgain.on,
    minutesText: `${asksAgain.minutes} 分钟`,
    daysText: `${keyDays} 天`,
  };
}

/** Nobody has to know a key by its id; people know it by its time. */
export function keyLines(keys: KeyRow[], today: LocalDate) {
  return keys.map(({ keyId, from, state }) => ({
    keyId,
    state,
    text: STATES[state],
    since: from === '' ? '开馆以来' : `${moment(from, today)} 起`,
  }));
}
