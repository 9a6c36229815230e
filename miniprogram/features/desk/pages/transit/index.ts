import { deskListScreen } from '../../list-screen';
import { transitLine } from '../../lists-view';

Page(deskListScreen('desk.transit', (list, today) => list.map((row) => transitLine(row, today))));
