/** Only the first character stands, "林＊＊": WeChat keeps whole names from others. */
export const maskedName = (name: string): string => {
  const [first = '', ...rest] = [...name];
  return first ? `${first}${'＊'.repeat(Math.min(2, Math.max(1, rest.length)))}` : '读者';
};

/** How somebody is named where they want to be; "": not at all. */
export const namedAs = (
  { naming, penName }: { naming: 'nobody' | 'masked' | 'full' | 'pen_name'; penName: string },
  name: string,
): string => {
  switch (naming) {
    case 'nobody':
      return '';
    case 'masked':
      return maskedName(name);
    case 'full':
      return name;
    case 'pen_name':
      return penName;
  }
};
