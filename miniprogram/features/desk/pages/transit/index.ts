import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { deskList } from '../../desk-list';
import { transitLine } from '../../lists-view';

const copies = deskList('desk.transit', ({ list }, today) => list.map((row) => transitLine(row, today)));

Page(screen([wide, copies], {}));
