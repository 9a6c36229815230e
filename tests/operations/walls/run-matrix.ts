import { writeFileSync } from 'node:fs';
import { callEverything } from './called';
import { MATRIX_PAGE, matrixPage } from './matrix-page';

/** `npm run matrix`: writes the page anew; totals last; ends non-zero when not all is as declared. */
void callEverything().then((called) => {
  writeFileSync(MATRIX_PAGE, matrixPage(called));
  const wrong = called.filter(({ declared, outcome }) => declared !== outcome);
  for (const { action, who, said, declared } of wrong)
    console.log(`${action} as ${who}: ${said}, not ${declared}`);
  console.log(`${called.length} calls, ${wrong.length} not as declared`);
  process.exit(wrong.length > 0 ? 1 : 0);
});
