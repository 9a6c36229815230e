interface Row {
  name: string;
  value: string;
  formula: string;
  standard: string;
}

/** Indicators, each with what was put in and the standard that names it. */
Component({ properties: { list: { type: Array, value: [] as Row[] } } });
