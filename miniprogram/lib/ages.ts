import type { Ages } from '../../typings/contract';

/** "3–7 岁", "12 岁以上", "6 岁以下". */
export const agesWords = ({ from, to }: Ages): string => {
  if (from !== null && to !== null) return from === to ? `${from}\u00a0岁` : `${from}–${to}\u00a0岁`;
  if (from !== null) return `${from}\u00a0岁以上`;
  return to !== null ? `${to}\u00a0岁以下` : '';
};
