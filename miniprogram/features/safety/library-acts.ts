import type { SafetyRules } from '../../../typings/contract';
import type { Answers } from '../../components/ask-sheet/fields';
import { actsOn, type Sheet } from '../../lib/acts';
import { act } from '../../lib/call';

const numberSheet = (name: string, label: string, value: number, note: string): Sheet => ({
  note,
  fields: [{ name, label, kind: 'number', value: String(value), required: true }],
  confirm: '保存',
});

const numberIn = (answers: Answers, name: string): number => Number(answers[name]);

/** What a director changes of the library's safety beside what is chosen with one tap. */
export const safetyActs = actsOn<SafetyRules>()({
  minutes: {
    words: '确认后多久不再问',
    sheet: ({ asksAgain }) =>
      numberSheet(
        'minutes',
        '分钟（1 到 60）',
        asksAgain.minutes,
        '在同一位馆员的手机上，这段时间内不再问密码。',
      ),
    run: (rules, answers) =>
      act('safety.save', {
        ...rules,
        asksAgain: { ...rules.asksAgain, minutes: numberIn(answers, 'minutes') },
      }),
    done: () => '已保存',
  },
  days: {
    words: '多久自动更换',
    sheet: ({ keyDays }) =>
      numberSheet('days', '天（1 到 365）', keyDays, '到期的夜里自动更换，读者和馆员都不会察觉。'),
    run: (rules, answers) => act('safety.save', { ...rules, keyDays: numberIn(answers, 'days') }),
    done: () => '已保存',
  },
  rotate: {
    words: '立即更换密钥',
    sure: () => ({
      title: '立即更换签名密钥？',
      content: '怀疑密钥外泄时使用。新密钥两分钟后启用，读者手机上正在用的码不受影响，到期后自动换新。',
      yes: '更换',
      no: '不更换',
    }),
    run: () => act('safety.rotateKeys', {}),
    done: () => '两分钟后启用',
  },
});
