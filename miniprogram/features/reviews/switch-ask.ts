import { asking, type Asking } from '../../lib/asking';

/** What WeChat ties the switch to stands beside it: principle 8 of the product. */
const CATEGORY =
  '微信规定：小程序公开展示读者写的内容，须先在公众平台添加“社交”下的“笔记”或“社区/论坛”类目（需机关证明或非经营性互联网信息服务备案核准，首次审核约 7 天）。没有这个类目以前，请保持关闭。';

export function askSwitch(open: boolean, checkFirst: boolean): Asking {
  return asking('switch', {
    heading: '读者书评',
    note: CATEGORY,
    fields: [
      {
        name: 'open',
        label: '开放读者书评',
        kind: 'switch',
        value: open ? 'yes' : '',
        hint: '关闭后书评不再显示，已写的会保留',
      },
      {
        name: 'checkFirst',
        label: '馆员先看再发表',
        kind: 'switch',
        value: checkFirst ? 'yes' : '',
        hint: '关上后，通过微信内容安全检查的会直接发表；拿不准的仍由馆员看',
      },
    ],
    confirm: '保存',
  });
}
