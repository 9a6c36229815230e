/**
 * What readers agree to, as it is shown, with the version that is kept with their consent. A change of the
 * words takes a new version here and in cloudfunctions/features/account/consent-texts.ts.
 */
export const PRIVACY_VERSION = '2026-11-28';
export const CHILD_VERSION = '2026-11-28';
export const HISTORY_VERSION = '2026-11-01';

export const privacyText: { heading: string; text: string }[] = [
  {
    heading: '保存什么',
    text: '姓名、出生日期和手机号，用于办证、确定读者类型和借阅联系；在借、预约、报名和费用，用于办理业务；您写的书评和书单。找书时输入的文字不与您一起保存。不读取微信昵称、头像和通讯录。',
  },
  {
    heading: '谁能看到',
    text: '您本人、您的监护人和当班馆员。馆员每次打开您的记录都会留下一条，您可以随时查看。其他读者看不到；您公开的书评和书单，只以您自己取的名字显示。姓名、书评和公开的书单会请微信检查有没有违规内容。',
  },
  {
    heading: '保存多久',
    text: '书还回后，借阅记录会在本馆规定的天数内去掉您的名字，只留下馆藏统计；开启借阅历史的除外。注销后，姓名、手机号和生日当即清空，书评和书单一并删除。',
  },
  {
    heading: '您可以',
    text: '导出本馆保存的与您有关的全部资料，更正手机号，开关借阅历史和消息，随时注销账户。',
  },
];

/** What a guardian agrees to for a child under 14. */
export const childText: { heading: string; text: string }[] = [
  {
    heading: '只收办证需要的',
    text: '未满 14 周岁的孩子办证，只收姓名、出生日期和一个联系手机号。不收照片、学校、住址和身份证号，也不要孩子的微信昵称和头像。',
  },
  {
    heading: '只用来借书',
    text: '用于确定少儿读者类型、办理借还和预约、提醒您按时还书。不做广告，不提供给别人。',
  },
  {
    heading: '由您决定',
    text: '您可以替孩子查看、续借、取书，随时解除监护关系；更正或删除孩子的资料、注销孩子的读者证，请在孩子的微信里操作，或由您到服务台办理。',
  },
  {
    heading: '保存多久',
    text: '与成人读者相同，借阅记录按本馆规定的天数去掉名字。孩子年满法定年龄后，监护关系自动结束，您不再看到孩子的借阅。',
  },
];

export const historyText =
  '开启后，您还回的书会列在“借阅历史”，只有您自己看得到，也可用于推荐。关闭后当即不再显示，当晚起清除已有的历史，不能恢复。';

/** What closing an account means, before it is done. */
export const closingText = [
  '读者证号作废，这个微信不再绑定；',
  '姓名、手机号和生日当即清空，消息、借阅历史、书评、书单和查看记录随后清除；',
  '已报名的活动会取消，名额让给别人；',
  '费用明细和同意记录按规定保留，但不再有您的名字；',
  '注销后不能恢复，需要时可以重新办证。',
];
