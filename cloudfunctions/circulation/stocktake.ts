import type { ItemDocument, StocktakeDocument, StocktakeScanDocument } from '../documents';

/** Which part of which shelf is counted. */
export type Range = Pick<StocktakeDocument, 'branchId' | 'shelf' | 'fromCallNumber' | 'toCallNumber'>;

type Finding = Pick<StocktakeScanDocument, 'finding' | 'why'>;

/** Call numbers that begin with the last one belong to the range: "I247" to "I247" is the whole class. */
export const lastOfRange = (toCallNumber: string): string => `${toCallNumber}\uffff`;

const isInRange = ({ shelf, fromCallNumber, toCallNumber }: Range, item: ItemDocument): boolean =>
  (shelf === '' || item.shelf === shelf) &&
  (fromCallNumber === '' || item.callNumber >= fromCallNumber) &&
  (toCallNumber === '' || item.callNumber <= lastOfRange(toCallNumber));

/** Whether a copy should stand in the range now. */
export const isExpected = (range: Range, item: ItemDocument): boolean =>
  item.status === 'available' && item.branchId === range.branchId && isInRange(range, item);

/** What it means that a copy was found in the range, and what the hand does with it. */
export const findingOf = (
  range: Range,
  item: ItemDocument | null,
  branchName: (branchId: string) => string,
): Finding => {
  if (!item) return { finding: 'unknown', why: '没有这个条码，请交编目处理' };
  switch (item.status) {
    case 'available':
      return standing(range, item, branchName);
    case 'on_loan':
      return unexpected(
        item.loan?.claimedReturnedAt
          ? '读者称已还，果然在架：请扫码还回'
          : '系统里还在外借，可能漏了还书：请扫码还回',
      );
    case 'on_hold_shelf':
      return unexpected(item.hold ? '为读者留着的书，请放回预约架' : '应已撤下预约架，请扫码还回');
    case 'in_transit':
      return unexpected(
        `登记为正送往${branchName(item.transit?.toBranchId ?? item.branchId)}，请扫码还回以登记到馆`,
      );
    case 'lost':
      return unexpected('登记为遗失，找到了：请扫码还回');
    case 'in_repair':
      return unexpected('登记为待修补，请交书库核对');
    case 'withdrawn':
      return unexpected('已剔除，不应在架，请另放');
  }
};

const standing = (range: Range, item: ItemDocument, branchName: (branchId: string) => string): Finding => {
  if (item.branchId !== range.branchId) return unexpected(`登记在${branchName(item.branchId)}，请扫码还回`);
  if (isInRange(range, item)) return { finding: 'right', why: '' };
  const place = [item.shelf, item.callNumber].filter(Boolean).join(' ');
  return { finding: 'misplaced', why: `应在 ${place || '别处'}` };
};

const unexpected = (why: string): Finding => ({ finding: 'unexpected', why });
