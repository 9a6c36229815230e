import { sixDigits } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act, type Output } from '../../lib/call';

/** What the page of one's own safety knows. */
export type Mine = Output<'safety.mine'>;

/** What each of the staff does about their own PIN, and about a colleague's lost phone. */
export const myActs = actsOn<Mine>()({
  pin: {
    words: '办公密码',
    sheet: ({ pinSetAt }) => ({
      heading: pinSetAt ? '更换办公密码' : '设置办公密码',
      note: pinSetAt
        ? '忘记了原来的，可请馆长在“馆员名单”里清除。'
        : '退款、改规则等重要操作要用它确认是您本人。请勿用生日等容易猜到的数字。',
      fields: [
        ...(pinSetAt ? [sixDigits('oldPin', '原密码')] : []),
        sixDigits('pin', '新密码'),
        sixDigits('again', '再输一次'),
      ],
      confirm: pinSetAt ? '更换' : '设置',
    }),
    wrong: ({ pin, again }) =>
      pin === again ? undefined : { code: 'again', text: '两次输入的密码不一样。', next: '请重新输入。' },
    run: (_mine, { pin = '', oldPin = '' }) => act('safety.setPin', { pin, ...(oldPin && { oldPin }) }),
    done: () => '已设置',
  },
  lost: {
    words: '停用同事的微信',
    sheet: ({ colleagues }) => ({
      heading: '同事的手机丢了',
      note: '停用后，那台手机立刻不能再进入工作台；断网时扫的码也不会直接办理。只有馆长可以恢复。',
      fields: [
        {
          name: 'memberId',
          label: '哪位同事',
          kind: 'choice',
          value: '',
          required: true,
          choices: colleagues.map(({ memberId, name, branchName }) => ({
            id: memberId,
            name: `${name} · ${branchName}`,
          })),
        },
        {
          ...sixDigits('pin', '这位同事的办公密码', false),
          hint: '由本人输入。主管和馆长可以不填。',
        },
      ],
      confirm: '立即停用',
    }),
    run: (_mine, { memberId = '', pin = '' }) => act('safety.shutOut', { memberId, ...(pin && { pin }) }),
    done: ({ name }) => `已停用 ${name}`,
  },
});
