import type { Interest, Taste } from '../../../typings/contract';

export type InterestChip = Interest;

/** `onPhone`: what this phone alone was told to leave out. */
export function tasteView({ card, on, interests, refused }: Taste, onPhone: number) {
  const chosen = interests.filter((each) => each.on).length;
  const parts = [
    refused.titles > 0 ? `${refused.titles} 本书` : '',
    refused.authors.length > 0 ? `${refused.authors.length} 位作者` : '',
    refused.reasons > 0 ? `${refused.reasons} 个理由` : '',
  ].filter(Boolean);
  const words = parts.length > 0 ? parts.join('、') : onPhone > 0 ? `${onPhone} 项` : '';
  return {
    card,
    chips: interests,
    on,
    chosen: chosen > 0 ? `已选 ${chosen} 个` : '可多选',
    refused: words ? `您说过不感兴趣的有 ${words}` : '',
  };
}
