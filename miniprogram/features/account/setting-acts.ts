import { sixDigits } from '../../components/ask-sheet/fields';
import { actsOn, type Sheet } from '../../lib/acts';
import { act } from '../../lib/call';

/** What a reader changes about the own card on the settings page. */
export const settingActs = actsOn<null>()({
  phone: {
    words: '更换手机号',
    sheet: () => ({
      note: '借阅联系和找回密码用，只有馆员看得到。',
      fields: [
        {
          name: 'phone',
          label: '新手机号',
          kind: 'text',
          value: '',
          required: true,
          placeholder: '11 位手机号',
        },
      ],
      confirm: '更换',
    }),
    run: (_card, { phone = '' }) => act('account.setPhone', { phone: phone.trim() }),
    done: () => '已更换',
  },
  password: {
    words: '读者证密码',
    sheet: () => passwordSheet(false),
    wrong: ({ newPassword, again }) =>
      newPassword === again
        ? undefined
        : { code: 'again', text: '两次输入的新密码不一样。', next: '请重新输入。' },
    /** Whether an old password stands is known to the library alone: its first answer says so. */
    again: (refusals, { oldPassword }) =>
      oldPassword === undefined && refusals.some(({ code }) => code === 'wrong_password')
        ? passwordSheet(true)
        : undefined,
    run: (_card, { oldPassword = '', newPassword = '' }) =>
      act('account.setPassword', { newPassword, ...(oldPassword && { oldPassword }) }),
    done: () => '密码已设置',
  },
  logOut: {
    words: '退出，从这个微信解绑',
    sure: () => ({
      title: '从这个微信解绑？',
      content:
        '这个微信上的读者证都会解绑；读者证和借阅都保留，再次使用时用证号和密码绑定。没有设过密码的，请先设置。',
      yes: '解绑',
      no: '不退出',
    }),
    run: () => act('account.logOut', {}),
  },
});

function passwordSheet(asksOld: boolean): Sheet {
  return {
    note: asksOld
      ? '这张证已有密码，请先输入原来的；忘记了可到任一分馆服务台重设。'
      : '换手机或在别的微信绑定这张证时要用，请勿用生日等容易猜到的数字。',
    fields: [
      ...(asksOld ? [sixDigits('oldPassword', '原密码')] : []),
      sixDigits('newPassword', '新密码'),
      sixDigits('again', '再输一次新密码'),
    ],
    confirm: '设置',
  };
}
