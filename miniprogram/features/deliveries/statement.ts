/**
 * What a request agrees to, as it is shown. A change of the words takes a new version here and in
 * cloudfunctions/reference/delivery-rules.ts.
 */
export const STATEMENT_VERSION = '2026-11-28';

export const statement: string[] = [
  '我索取这篇文献，只为个人学习、研究或欣赏。',
  '我不复制多份、不转发、不在网上传播，也不用于商业。',
  '我知道文件由他馆或作者授权提供，链接到期后会删除。',
];
