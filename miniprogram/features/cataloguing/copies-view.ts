import type { CataloguedCopy, ItemStatus } from '../../../typings/contract';
import type { Output } from '../../lib/call';
import { factsLine } from './found-view';
import { placeText, type Choices } from './copy-template';

const STATUS: Record<ItemStatus, { word: string; tone: string }> = {
  available: { word: '在架', tone: 'good' },
  on_loan: { word: '已借出', tone: 'accent' },
  on_hold_shelf: { word: '在预约架', tone: 'accent' },
  in_transit: { word: '在途', tone: 'soon' },
  lost: { word: '遗失', tone: 'urgent' },
  in_repair: { word: '修补中', tone: 'soon' },
  withdrawn: { word: '已剔除', tone: 'quiet' },
};

export interface CopyRow {
  barcode: string;
  place: string;
  callNumber: string;
  status: { word: string; tone: string };
  /** It was added by mistake, perhaps: nothing has happened with it. */
  removable: boolean;
  copy: CataloguedCopy;
}

export function copyRow(copy: CataloguedCopy, choices: Choices): CopyRow {
  return {
    barcode: copy.barcode,
    place: placeText(copy, choices),
    callNumber: copy.callNumber,
    status: STATUS[copy.status],
    removable: copy.removable,
    copy,
  };
}

/** What stands above the copies of a title. */
export function copiesHead({ title, callNumber, total }: Output<'cataloguing.copies'>) {
  return { title: title.title, about: factsLine(title), callNumber, total };
}
