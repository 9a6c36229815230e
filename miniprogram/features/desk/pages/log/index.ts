import { deskListScreen } from '../../list-screen';
import { logLine } from '../../lists-view';

Page(deskListScreen('desk.log', (list, today) => list.map((row) => logLine(row, today))));
